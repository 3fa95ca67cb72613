# story: the reason is mended, in writing; stays, and tells the new employer by phone with counsel named  tz: Europe/London  now: 2026-11-23T09:30
> my boss at Contoso made me a counteroffer
  < conversation.summary ~ "Contoso"
  < counteroffer.situation
> made
> growth
> skip
> head of design
> yes
> skip
  < counteroffer.mends
> yes
> yes
> no
  < counteroffer.trust ~ "could not match"
> as before
> a better path
> they did not know
> I have signed
  < counteroffer.newMove
> I filed for a visa
  < counteroffer.limits
> skip
  < assess.counteroffer ~ "points to staying" ~ "I am no lawyer"
  < take-care ~ "tell your sponsor and your adviser at once"
  < counteroffer.decision
> stay
  < reply.newCompany
> Globex
  < reply.reason
! ~ "{{"
