# story: sends it, then edits it, then wants it in two sentences  tz: Europe/Berlin  now: 2026-11-20T10:00
> I just need the words to decline the offer from Acme
> [A no]
> [No to an offer]
> Data engineer
  < reply.reason
> Pay
> skip
> Ana
> Robin
> [By email]
> warm
  < drafts.decline-offer [I sent it]
> [I sent it]
  < drafts.sent.decline-offer [They answered]
> [Not much]
> skip
> [Not at all]
> drafts
  < drafts.decline-offer [Edit] [In two sentences]
> [Edit]
  < drafts.edit
> Hi Ana, thank you for the offer. I have decided to decline it, as the hours do not fit. All the best, Robin
  < drafts.decline-offer ~ "stays filed as it was" ~ "the hours do not fit"
> [In two sentences]
  < drafts.decline-offer-short
> drafts
  < drafts.decline-offer-short
