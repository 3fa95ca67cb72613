# story: a near date, no chance of mending, a change of mind, and going on without playing for leverage  tz: Europe/London  now: 2026-11-20T09:30
> I had an interview at Globex and I'm not sure whether to withdraw
  < interviewed.settled
> doubt
  < interviewed.role
> skip
  < interviewed.contract
> as a contractor
  < interviewed.pay
> they said nothing
  < interviewed.pay ~ "could not read an amount"
> skip
  < interviewed.reporting
> skip
  < interviewed.place
> skip
  < interviewed.deadline
> Tuesday
  < interviewed.felt ~ "Tuesday, November 24, 2026"
  = o1:reply-by:24h 2026-11-23T09:00
> skip
  < interviewed.doubt
> pay
  < interviewed.sure
> they wrote it
  < interviewed.weight
> it would be hard
  < interviewed.year
> [That's all I know]
  < interviewed.move
> remote, tied to a time zone
  < interviewed.leaving
> a real chance
  < interviewed.staying
> little
  < interviewed.mend
> I don't think so
  < assess.interviewed ~ "withdrawing now" ~ "They can't mend it, and there is no time to wait" ~ "If you found that you can live with it, I would lean towards going on" ~ "Ask which hours are fixed"
  < interviewed.decision [Checklist]
> can I use this for leverage?
  < questions.leverage.text ~ "only to get a better offer elsewhere"
  < interviewed.decision
> change if it is true to I could live with it
  < assess.interviewed ~ "this points to going on"
  < interviewed.decision ~ "Changed. If it is true"
> [Checklist]
  < checklist ~ "You know with whom the contract would be" ~ "Your main doubt is a fact, not a feeling"
  < interviewed.decision
> continue
  < interviewed.end.go-on ~ "fair as long as a yes is possible" ~ "One next step"
  = none o1:decided-not-sent:24h
> list
  < menu.list ~ "A: Globex, open"
! drafts.withdraw
