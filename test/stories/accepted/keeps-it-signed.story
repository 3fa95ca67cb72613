# story: signed, the doubt passes, and one thing is left to talk about  tz: Europe/London  now: 2026-11-20T10:00
> I signed with Hooli last week and now I regret it, I want out
  < accepted.how
> signed
> no
> skip
> not yet
> my life has changed
> one thing
  < accepted.sure
> probably not
  < assess.accepted ~ "keeping your yes for now"
  < accepted.decision
> [Keep my yes]
  < accepted.end.keep-and-talk
> list
  < menu.list ~ "A: Hooli, accepted"
> more
> [I said yes and want out]
  < menu.about.one ~ "A (Hooli)" [It is about another one]
  < accepted.how
> signed
> no
> not yet
> doubts
> nothing
> probably not
> [Keep my yes]
  < accepted.end.keep
