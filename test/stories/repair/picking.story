# story: numbers and a few words pick from a list; two readings of a date are both offered  tz: Europe/Berlin  now: 2026-11-20T16:00
>
  < menu.text
> the offer
  < offer.company
> Acme
  < offer.deadline
> Friday
  < conversation.which [Friday, November 20, 2026] [Friday, November 27, 2026]
> the second one
  < offer.role ~ "Noted: Friday, November 27, 2026"
> back
  < offer.deadline ~ "So far"
> friday
  < conversation.which
> 1
  < offer.role ~ "Changed. Reply by: Friday, November 20, 2026"
> menu
  < menu.under-way
> something else
  < menu.more
> menu
  < menu.under-way
> counteroffer
  < counteroffer.company ~ "I call this one B"
> Contoso
  < counteroffer.situation
> cancel
  < conversation.cancelled
  < offer.role ~ "Back to where we were"
