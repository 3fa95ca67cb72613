# story: studies on request, folklore named as such, a country's card, and a year later nothing stale  tz: Europe/London  now: 2026-11-23T09:30
> studies
  < evidence ~ "Solid research (A)" ~ "never a reason for my advice" ~ "No traceable study" [Legal cautions]
> hello
> [I have a counteroffer]
> Contoso
  < counteroffer.situation
> why do you say that?
  < evidence ~ "Robert Half, a staffing firm" ~ "No traceable study supports either figure"
  < counteroffer.situation
> why
  < counteroffer.steps.situation.why
> legal cautions
  < evidence.which [United States] [Germany] [US visa (H-1B)]
> 7
  < evidence.caution ~ "India" ~ "no lawyer has reviewed it" ~ "As of" ~ "I am no lawyer"
  < counteroffer.situation
> legal cautions
  < evidence.which
> cautions
> [US visa (H-1B)]
  < evidence.caution ~ "an immigration lawyer comes first. I don't advise on the timing."
@ 2027-11-22T09:30
> what do studies say?
  < evidence ~ "more than twelve months old"
> legal cautions
  < evidence.which
> [Legal cautions]
  < evidence.which
> [Germany]
  < evidence.caution-stale ~ "more than twelve months ago"
