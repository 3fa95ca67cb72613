# story: asks why a draft says what it says, before and after using own words  tz: Europe/Berlin  now: 2026-11-20T16:00
> I just need the words to decline the offer from Acme
> [A no]
> [No to an offer]
> Data engineer
> Pay
> the frank talk about the team
> Ana
> Robin
> [By email]
> warm
  < drafts.decline-offer
> why these words
  < drafts.why ~ "Robin" ~ "Thanks come first" ~ "One reason in one sentence"
> Why is this sentence in there?
  < drafts.why
> menu
> my counteroffer
  < counteroffer.company
> why this line?
  < drafts.why
  < counteroffer.company
> cancel
> drafts
> [Edit]
> Hi Ana, thank you for the offer. I have decided to decline it. All the best, Robin
  < drafts.decline-offer
> why this wording
  < drafts.why.own-words
