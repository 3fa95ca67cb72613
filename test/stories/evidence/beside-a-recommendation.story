# story: what solid research says stands beside the advice to ask for one change, with its source  tz: Europe/London  now: 2026-11-23T09:30
> I got an offer from Acme, they want an answer by December 4
> Analyst
> £60k a year
> [That's all I know]
> closer
> it fits
> nothing at the moment
> I'd like to work with them
> nothing
> pay or bonus
> I have not asked
  < assess.offer ~ "asking for one change" ~ "What studies say" ~ "about 6 in 100" ~ "Hart, Bear and Ren"
  < offer.decision
! ~ "80 %"
! ~ "(C"
