# story: out, then in again, then the doubt turns out to be one thing  tz: Europe/London  now: 2026-11-20T10:00
>
> Something else
  < menu.more [I said yes and want out]
> [I said yes and want out]
  < accepted.company ~ "I call this one A"
> Initech
  < accepted.how
> aloud
  < accepted.move
> no
  < accepted.contract
> with an agency
  < accepted.notice
> not yet
  < accepted.why
> doubts about the job
  < accepted.mends
> no
  < accepted.sure
> yes
  < assess.accepted ~ "taking the yes back, soon and by voice" ~ "Nothing is signed"
  < take-care ~ "differs from a signature" ~ "bind you to the agency"
  < accepted.decision
> [Change: Could be mended]
  < accepted.mends ~ "So far: No"
> yes, one thing
  < accepted.decision ~ "Changed. Could be mended: Yes, one thing"
> [Keep my yes]
  < accepted.end.keep-and-ask
  < reply.role
> skip
  < reply.reason
> no reason
  < reply.ask
> a start date in March
  < reply.appreciation
> skip
  < reply.to
> skip
  < reply.me
> Sam
  < reply.channel
> email
  < reply.register
> brief
  < drafts.negotiate ~ "a start date in March"
