# story: something was not right; withdraws without blame, pauses in the middle and comes back days later  tz: Asia/Tokyo  now: 2026-11-20T18:00
>
> [Something else]
> [Interviewed, and in doubt]
  < interviewed.company
> Soylent
  < interviewed.settled
> I saw something that was not right
  < assess.interviewed ~ "you don't have to prove it" ~ "the message needs no blame" ~ "I am no lawyer"
  < interviewed.decision
> pause
  < conversation.paused
@ 2026-11-24T09:30
> go on
  < conversation.summary ~ "I saw something that was not right"
  < interviewed.decision ~ "Back to your doubts after the interview"
> withdraw
  < interviewed.manner
> [In a few warm lines]
  < reply.role
> skip
  < reply.reason
> No reason
  < reply.appreciation
> skip
  < reply.to
> Ms Ito
  < reply.me
> Ken
  < reply.channel
> email
  < reply.register
> formal
  < drafts.withdraw ~ "Ms Ito" ~ "withdraw my application"
> [I sent it]
  < drafts.sent.withdraw
! interviewed.two-lists
! ~ "not right to"
