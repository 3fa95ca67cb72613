# story: better terms meet the old list, so it is weighed again with only what changed  tz: Europe/Berlin  now: 2026-11-20T10:00
> I got an offer from Acme, they want an answer by November 27
  < offer.role
> Data engineer
> 85k a year
> [That's all I know]
> forward
> fits
> my present job
> the same
> I'd like to work with them
> nothing
> pay or bonus
> no, final
  < offer.decision
> [Say no]
  < before-no.worry
> skip
  < reply.reason
> pay
> skip
> Ana
> Robin
> email
> warm
> [I sent it]
> [Very much]
> a base of 95
> [Not at all]
> [They answered]
> Hi Robin, good news: we can now offer you a base salary of 96,000 euros. Does that work for you? Ana
  < noted ~ "What would have changed your answer: a base of 95" ~ "85,000" ~ "What fell short: Pay or bonus"
  < pushback.meets
> yes
  < pushback.would
> yes
  < assess.pushback ~ "weighing it again"
  < pushback.next
> [Go through it again with me]
  < pushback.end.weigh
  < offer.deadline
> skip
  < offer.pay
> 96k a year
  < offer.extras
