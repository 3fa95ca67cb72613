# story: back in touch after a no, then a colleague recommended instead  tz: Europe/Berlin  now: 2026-11-20T10:00
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
@ 2027-05-20T10:00
> I turned Acme down half a year ago and would like to get back in touch
  < menu.about.one ~ "A (Acme)"
  < noted ~ "The reason you gave: Pay"
  < reconnect.toward
> a new conversation
  < reply.reason
> I learned something new
  < reply.role2
> skip
  < reply.change
> I have led a team of six
  < reply.appreciation
> skip
  < reply.channel
> [As a short message]
  < drafts.reconnect ~ "gained useful experience"
> [As an email]
  < drafts.reconnect ~ "Since then, I have led a team of six." [As a short message]
> more
> [I'd like to get back in touch]
  < reconnect.toward
> [Recommend a colleague to them]
  < reply.colleague
> Dana Lee, my old team mate
  < reply.channel
> email
  < drafts.refer-colleague ~ "Dana Lee" ~ "once you both say yes"
> [I sent it]
  < drafts.sent.refer-colleague
