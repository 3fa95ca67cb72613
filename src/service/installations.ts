/** A platform's key to one place where Bowout was added. */
export interface Token {
  readonly value: string;
  /** Exchanged once for the next token; null for tokens that never expire. */
  readonly refresh: string | null;
  /** ISO instant, or null. */
  readonly expiresAt: string | null;
}

/** Bowout, added to a workspace, or to a whole organisation. */
export interface Installation {
  /** The platform's id of the workspace or organisation. */
  readonly id: string;
  /** Whose people it serves; in an organisation several installations can serve one tenant. */
  readonly tenant: string;
  /** Bowout's own user there. */
  readonly bot: string;
  readonly token: Token;
  /** ISO instant of the last time that it was added. */
  readonly addedAt: string;
}

/** Where Bowout was added, and with which keys. Tokens are encrypted, each with a key of its own. */
export interface Installations {
  /** The first of these that there is. */
  installation(ids: readonly string[]): Promise<Installation | null>;
  /** Replaces an earlier one. Starts clean: whoever a removal has left behind is forgotten before this resolves. */
  addInstallation(added: Omit<Installation, 'addedAt'>): Promise<void>;
  /**
   * Runs `renew` with the latest token, one at a time over all processes, and keeps what it gives; nothing changes
   * when it gives null or throws. Resolves to what is then valid, or null when the installation is gone.
   */
  renewToken(id: string, renew: (token: Token) => Promise<Token | null>): Promise<Token | null>;
  /**
   * Bowout was removed there: its token goes at once, and so will all of the tenant, or, while other installations
   * serve it, those whose conversation is in this one. Harmless to repeat, and where nothing was added.
   */
  removeInstallation(removed: { readonly id: string; readonly tenant: string }): Promise<void>;
  /** Deletes whom removals have left behind, in small bites. Safe to run anywhere and at any time. */
  forgetRemoved(): Promise<void>;
}

/** What one browser began and may end once. */
export interface OneTimeStates {
  noteState(hash: string, seconds: number): Promise<void>;
  /** True for the one who takes it, in time and for the first time. */
  takeState(hash: string): Promise<boolean>;
}
