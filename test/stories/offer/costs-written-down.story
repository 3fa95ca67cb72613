# story: at the decision, costs and benefits are written down, the checklist looked at, and the decision asked again  tz: Europe/Berlin  now: 2026-11-23T10:00
> I got an offer from Hooli, they want an answer by December 4
> [That's all I know]
> sideways
> it would be a strain
> my present job
> about the same
> mixed
> nothing
> pay
> [I have not asked]
  < offer.decision [Costs and benefits] [Checklist]
> [Costs and benefits]
  < ledger.benefits
> a shorter title\nand better coffee
  < ledger.costs
> an hour on the train each way
  < ledger.later
> skip
  < ledger ~ "an hour on the train each way" ~ "and better coffee"
  < offer.decision ~ "Back to your offer"
> checklist
  < checklist ~ "Still open" ~ "Settled"
  < offer.decision
> no
! ~ "{{"
