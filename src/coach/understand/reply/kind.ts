/** What an employer's answer can mean, one main meaning each. */
export type ReplyKind =
  | 'acknowledged'
  | 'asks-why'
  | 'asks-feedback'
  | 'persuades'
  | 'better-terms'
  | 'other-role'
  | 'pressure'
  | 'rescinds-offer'
  | 'extends-deadline'
  | 'refuses-extension';
