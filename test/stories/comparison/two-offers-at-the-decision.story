# story: two offers at once; at the decision they are put side by side, and the decision is asked again  tz: Europe/Berlin  now: 2026-11-17T10:00
> I got an offer from Globex, they want an answer by December 1
> Analyst
> €90k a year
> [That's all I know]
> I got an offer from Acme, they want an answer by November 27
  < offer.role
> Data engineer
> €85k a year
> [That's all I know]
> closer
> it fits
> another offer
> about the same
> I'd like to work with them
> nothing
> nothing falls short
  < offer.decision [Compare side by side]
> [Compare side by side]
  < comparison.count ~ "Acme and Globex" [Two] [Three] [Four]
> 2
  < comparison.weigh
> all the same
  < comparison.top1
> skip
  < comparison.security1
> good
  < comparison.values1
> good
  < comparison.top2
> €10k a year
  < comparison.work2
> mixed
  < comparison.people2
> good
  < comparison.place2
> good
  < comparison.security2
> good
  < comparison.values2
> good
  < comparison.picture ~ "Acme is ahead, and nothing that is still open can change that." ~ "Acme  █████████░  94 of 100" ~ "Globex  █████████░  92 of 100" ~ "€100,000 a year" ~ "If pay mattered most, Globex would be ahead."
  < conversation.summary ~ "Base pay (first): €85,000 a year"
  < comparison.result [It does] [Something feels off]
> [Change: Sure money on top (second)]
  < comparison.top2 ~ "So far"
> €65k a year
  < comparison.picture ~ "€155,000 a year" ~ "Globex is ahead"
> something feels off
  < comparison.end.off
  < conversation.summary
  < assess.offer
  < offer.decision
> compare
  < comparison.count
> cancel
  < conversation.cancel
> [Stop it]
  < offer.decision
