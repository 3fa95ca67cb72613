# story: apologies, doubts, a reason too many, and the line in the end  tz: Europe/Berlin  now: 2026-11-20T10:00
> I just need the words to decline the offer from Acme
> [A no]
> [No to an offer]
> skip
> no reason
> skip
> Ana
> Robin
> [By phone]
> warm
  < drafts.decline-offer [Rehearse the call] [I made the call]
> [Rehearse the call]
  < rehearse.why ~ "May I ask why?" [Give me a line]
> I'm so sorry, I'm really sorry, I apologise, my decision stands
  < rehearse.heard ~ "is plenty" ~ "My decision stands"
  < rehearse.better ~ "improve the offer"
> maybe I could think about it again
  < rehearse.heard ~ "My decision is made"
  < rehearse.hurry
> [Give me a line]
  < rehearse.heard ~ "You could say"
  < rehearse.guilt
> Thank you for the time you gave me. My decision stands.
  < rehearse.heard ~ "That holds"
  < rehearse.silence ~ "Let me get my manager"
> Can I call back? My answer is still no.
  < rehearse.heard
  < rehearse.end.done
> rehearse
  < menu.about.one
  < rehearse.why
> back
  < rehearse.why ~ "first question"
> pause
  < conversation.paused
! questions.channel.text
