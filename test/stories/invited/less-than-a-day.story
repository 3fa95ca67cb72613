# story: the interview is tomorrow and the bridge must not burn: a call, nobody answers, the email follows  tz: Europe/Berlin  now: 2026-11-19T16:00
> Acme Corp invited me to an interview tomorrow at 11am
  < greeting.privacy
  < conversation.summary ~ "Company: Acme Corp" ~ "Interview: Friday, November 20, 2026, 11:00 AM"
  < invited.role
> Data engineer
  < invited.deadline ~ "If they named no day, skip this"
> skip
  < invited.contact
> Ana
  < invited.source
> through a recruiter
  < invited.contract
> with an agency
  < invited.move
> yes, and it stayed vague
  < invited.career [Sideways, and nothing gained]
> sideways, nothing gained
  < invited.logistics
> it would be a strain
  < invited.timing
> no
  < invited.standing
> afraid of burning a bridge
  < invited.readiness
> just enough
  < invited.flag
> none of these
  < invited.anyway
> no
  < conversation.summary ~ "What a no might cost: Burning a bridge"
  < assess.invited ~ "a kind and prompt no" ~ "A courteous no rarely harms. Silence does." ~ "less than a day away" ~ "a call comes first"
  < invited.decision [Go to the interview] [Decline the invitation] [Ask for a few more days] [Decide later]
> [Decline the invitation]
  < invited.manner [In two sentences] [And suggest someone else]
> in a few warm lines
  < invited.bridges ~ "Keep it to one line" ~ "Say it aloud once" ~ "to the person who set the time" ~ "Close warmly"
  < invited.end.call-first ~ "a call comes first and the email right after it"
  < reply.reason [No room to prepare]
  = o1:decided-not-sent:24h 2026-11-19T17:00
  = none o1:decided-not-sent:72h
> no room to prepare
  < reply.appreciation
> your quick reply
  < reply.me
> Robin
  < reply.register
> warm
  < drafts.decline-invitation ~ "Before you call" ~ "Hi Ana" ~ "not to go ahead with the interview" [I made the call] [Nobody answers] [As an email]
> [Nobody answers]
  < drafts.decline-invitation ~ "Hi Ana, it's Robin" [I left the message]
> [I left the message]
  < drafts.left ~ "An email of the same day" [Write the confirmation]
  < stay-in-touch.interest
  = none o1:decided-not-sent:24h
  = o1:confirm-call:1h 2026-11-19T17:00
> [Write the confirmation]
  < drafts.decline-invitation ~ "Data engineer role at Acme Corp" ~ "I couldn't prepare the way your time deserves" [I sent it]
> [I sent it]
  < drafts.sent.decline-invitation
  < stay-in-touch.interest
> perhaps
  < stay-in-touch.terms
> skip
  < stay-in-touch.months [In 3 months] [In 4 months] [In 6 months] [Not at all]
> [In 3 months]
  < stay-in-touch.end.done
  = o1:reconnect:1 2027-02-19T10:00
! reply.channel
