# story: an offer taken back after costs, told in anger and written with courtesy  tz: Europe/Berlin  now: 2026-11-20T10:00
> Acme withdrew their offer after I had already booked flights
  < conversation.summary ~ "Acme"
  < offer-withdrawn.told
> only on the phone, the cowards
  < offer-withdrawn.yes
> yes and signed
  < offer-withdrawn.notice
> yes
  < offer-withdrawn.costs
> a flight for 340 euros\none month of rent
  < offer-withdrawn.card ~ "a flight for 340 euros" ~ "one month of rent" ~ "Ask for the reason in writing"
  < take-care ~ "ask a lawyer before you answer" ~ "had costs" ~ "whether it can be taken back" ~ "No lawyer has reviewed it"
  < offer-withdrawn.next
> [Ask for the reason in writing]
  < offer-withdrawn.end.ask
  < reply.to
> Ms Hall
  < reply.me
> Robin
  < reply.register
> formal
  < drafts.ask-reason-for-withdrawal ~ "a flight for 340 euros and one month of rent" ~ "in writing" [I sent it]
> [I sent it]
  < drafts.sent.ask-reason-for-withdrawal
> list
  < menu.list ~ "A: Acme, taken back"
