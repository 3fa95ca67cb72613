/** What follows "interview" in its clause: where an opening says when it is. Null when nothing does. */
export function interviewPhrase(text: string): string | null {
  const clause = /\binterview\w*\s+([^.,;!?\n]+)/i.exec(text)?.[1] ?? '';
  const said = clause.split(
    /\b(?:but|and|because|so|after|although|though|while|since|when|which|who|must|need|want)\b/i,
  )[0];
  return said?.trim() || null;
}
