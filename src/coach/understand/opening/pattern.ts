/** Parts of which the facts of an opening are made: patterns over lower-case text. */
export const ANY = (...alternatives: readonly string[]): string => `(?:${alternatives.join('|')})`;

export const fact = (...alternatives: readonly string[]): RegExp =>
  new RegExp(`\\b${ANY(...alternatives)}\\b`);

export const GAP = '(?:[^.!?;]{0,60}? )?';

export const NEAR = '(?:\\S+ ){0,5}?';

export const TITLE =
  '(?:manager|engineer|developer|designer|analyst|lead|leader|director|head|officer|consultant|assistant|administrator|admin|coordinator|co-ordinator|specialist|scientist|researcher|architect|accountant|auditor|nurse|teacher|lecturer|professor|tutor|associate|executive|exec|intern|internship|trainee|apprentice|technician|programmer|writer|editor|copywriter|producer|planner|buyer|merchandiser|advisor|adviser|agent|representative|rep|recruiter|strategist|marketer|clerk|receptionist|secretary|chef|cook|driver|electrician|plumber|mechanic|pharmacist|doctor|therapist|physiotherapist|dentist|surveyor|lawyer|solicitor|counsel|paralegal|attorney|actuary|economist|statistician|librarian|curator|translator|interpreter|journalist|photographer|animator|artist|musician|controller|treasurer|bookkeeper|trader|broker|underwriter|president|vp|cto|ceo|cfo|coo|cmo|ciso|partner|principal|chief|sre|devops|qa|tester|pm|po|ba|dba|sde|swe|fellow|postdoc|superintendent|supervisor|foreman|operator|inspector|guard|cashier|barista|bartender|waiter|steward|pilot|captain|instructor|trainer|coach|counsellor|counselor|psychologist|social worker|caseworker|carer|caregiver|midwife|paramedic|optician|radiographer|veterinarian|vet|biologist|chemist|physicist|geologist|archivist|registrar|bursar|headteacher|principal|dean|stylist|buyer|seller|salesperson|salesman|ambassador|evangelist|owner|scrum master|teamleiter|referent|sachbearbeiter|werkstudent|entwickler|leiter|leiterin|ingenieur)s?';

export const JOB = ANY(
  'job',
  'role',
  'position',
  'post',
  'work',
  'employment',
  'internship',
  'placement',
  'vacancy',
  'gig',
  'contract',
  TITLE,
);

export const OFFER = ANY(
  '(?:job |written |verbal |formal |official |firm |unsigned |contract |internship |graduate |conditional |final |better |good |great |new |second |other |nice )*offer(?: letter)?s?',
  'letter of offer',
  'offer of employment',
  'employment (?:offer|contract)',
  'job contract',
);

export const ADV =
  '(?:\\w+ly |just |already |also |now |then |finally |since |have |had |been |even |all but |both |kind of |sort of |technically |formally |officially |verbally |happily |previously )*';
