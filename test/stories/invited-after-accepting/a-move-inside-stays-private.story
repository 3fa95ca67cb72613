# story: accepted a move inside the company, is invited elsewhere, and says no without a word about it  tz: Europe/Berlin  now: 2026-11-20T10:00
> I got invited to an interview at Umbrella Corp but I already accepted another job
  < conversation.summary ~ "Umbrella Corp"
  < invited-after-accepting.role
> [That's all I know]
  < invited-after-accepting.final
> signed
  < invited-after-accepting.inside
> yes, it is a move inside
  < invited-after-accepting.goals ~ "Five short questions now"
> yes
  < invited-after-accepting.terms
> I don't know
  < invited-after-accepting.place
> neither
  < invited-after-accepting.beyond
> nothing
  < invited-after-accepting.standing
> no
  < invited-after-accepting.duties
> a squeeze
  < assess.invited-after-accepting ~ "a short and friendly no" ~ "Your move inside the company stays out of the message" ~ "What would change it"
  < checklist ~ "Your yes elsewhere is final, signed and with a start date" ~ "This interview brings nothing that you need" ~ "You know how you will tell them"
  < invited-after-accepting.decision [Decline the invitation] [Go, for information] [Decide later]
> decline
  < invited-after-accepting.end.inside ~ "stays yours to tell"
  < reply.appreciation
> your clear letter
  < reply.me
> Robin
  < reply.channel [By email] [By phone] [As a voicemail] [As a short message]
> as a short message
  < reply.register
> warm
  < drafts.decline-invitation ~ "as I have accepted another position" [In two sentences] [As an email]
> [In two sentences]
  < drafts.decline-invitation-short ~ "another position"
> [I sent it]
  < drafts.sent.decline-invitation-short
  < stay-in-touch.interest
! reply.reason
! ~ "inside my company"
! ~ "internal"
! ~ "at my present"
