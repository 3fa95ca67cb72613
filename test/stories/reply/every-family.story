# story: someone who only wants words, tries every family, and changes the mind each time  tz: Europe/Berlin  now: 2026-11-20T10:00
> more
> [I only need the words]
  < reply.family [A no] [A yes, or time to decide] [Ask them for something] [Answer what they wrote] [Keep in touch]
> keep in touch
  < reply.kind [Not now, maybe later] [Confirm a call in writing] [Recommend a colleague]
> back
  < reply.family ~ "So far"
> answer what they wrote
  < reply.kind [Answer why] [Set a limit for a recruiter]
> [Set a limit for a recruiter]
> Acme
> skip
  < reply.until
> December 1
> skip
> Robin
> formal
  < drafts.recruiter-boundary ~ "Tuesday, December 1, 2026" ~ "remain private"
> [I sent it]
  < drafts.sent.recruiter-boundary
> more
> [I only need the words]
> keep in touch
> not now
> Initech
  < reply.reason
> my family needs me
  < reply.again
> skip
> skip
> skip
  < drafts.keep-option-open ~ "after that"
> more
> [I only need the words]
> keep in touch
> confirm a call
> Initech
  < reply.said
> that I withdraw
  < reply.callDay
> this morning
> skip
  < drafts.follow-up-after-call ~ "this morning" ~ "withdraw"
> more
> [I only need the words]
> ask them for something
> another role
> Initech
  < reply.role2
> Team lead
> skip
  < drafts.ask-about-other-role ~ "Team lead"
> [I sent it]
  < drafts.sent.ask-about-other-role
> more
> [I only need the words]
> ask them for something
> why they took the offer back
> Initech
  < reply.costs
> skip
> skip
  < drafts.ask-reason-for-withdrawal ~ "in writing"
> more
> [I only need the words]
> answer what they wrote
> my decision stands
> Initech
  < reply.terms
> no new terms
> skip
  < drafts.stand-by-decision
> [I sent it]
  < drafts.sent.stand-by-decision
> list
  < menu.list ~ "F: Initech, declined"
