# story: took another job, says the wrong thing first, corrects the branching answer, and calls  tz: Europe/Berlin  now: 2026-11-20T16:00
> I interviewed at Acme last week and I want to withdraw
  < interviewed.settled
> I'm in doubt
  < interviewed.role
> Controller
  < interviewed.contract
> actually I accepted another job
  < interviewed.contract
> change settled already to I accepted another job
  < conversation.summary ~ "Settled already: I accepted another job"
  < assess.interviewed ~ "withdrawing now" ~ "They can give the place to someone who is free"
  < interviewed.decision ~ "Changed. Settled already"
> withdraw
  < interviewed.manner
> a few warm lines
  < reply.appreciation
> how frankly you spoke about the budget
  < reply.to
> Dr Weiss
  < reply.me
> Kim Sand
  < reply.channel
> phone
  < reply.register
> formal
  < drafts.withdraw ~ "Dr Weiss" ~ "I have accepted another position" [I made the call]
> [I made the call]
  < drafts.called
  < stay-in-touch.interest
  = o1:confirm-call:1h 2026-11-20T17:00
@ 2026-11-20T17:01
  < reminders.confirm-call [Write it now]
> [Write it now]
  < drafts.follow-up-after-call ~ "withdraw my application" ~ "Kim Sand"
> [I sent it]
  < drafts.sent.follow-up-after-call
  < stay-in-touch.interest
! reply.reason
! interviewed.doubt
