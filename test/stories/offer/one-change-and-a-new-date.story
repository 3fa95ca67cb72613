# story: everything fits but the pay; asks for one change by phone, refuses twice, asks what the risk is, and confirms in writing  tz: Europe/Berlin  now: 2026-11-23T10:00
> I have an offer from Initech for a product designer role, I must answer by December 2
  < conversation.summary ~ "Initech" ~ "Wednesday, December 2, 2026"
> [That's all I know]
  < offer.goals
> I'd rather not say
  < offer.goals ~ "A rough answer is enough"
> why
  < offer.steps.goals.why
> closer to what I want
  < offer.mobility
> it fits
  < offer.alternatives
> nothing at the moment
  < offer.people
> good
  < offer.warning
> will they withdraw the offer if I negotiate?
  < questions.withdraw.text ~ "about 6 in 100"
  < offer.warning
> nothing
  < offer.gap
> pay
  < offer.bends
> haven't asked
  < assess.offer ~ "asking for one change" ~ "nobody has said no"
  < offer.decision
> change what falls short to nothing
  < assess.offer ~ "points to a yes"
  < offer.decision
> change what falls short to pay
  < assess.offer ~ "asking for one change"
  < offer.decision
> ask for a change
  < reply.reason
> what the market pays
  < reply.ask
> a base salary of 72,000 euros
  < reply.appreciation
> skip
  < reply.to
> skip
  < reply.me
> Kim
  < reply.channel
> phone
  < reply.register
> brief
  < drafts.negotiate ~ "72,000 euros" [I made the call] [As an email]
> [As an email]
  < drafts.negotiate ~ "72,000 euros" [I sent it]
> [I sent it]
  < drafts.sent.negotiate
  = none o1:decided-not-sent:24h
  = o1:reply-by:24h 2026-12-01T09:00
! ~ "undefined"
! ~ "{{"
