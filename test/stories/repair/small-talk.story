# story: "ok", "thanks" and a raised thumb are taken kindly where nothing is asked  tz: Europe/Berlin  now: 2026-11-20T10:00
> hi
  < greeting.hello
  < menu.text
> ok
  < conversation.acknowledged ~ "I'm here whenever you need me"
  < menu.text
> Got it, thank you so much
  < conversation.acknowledged
  < menu.text
> 👍
  < conversation.acknowledged
  < menu.text
> I got an offer from Acme
  < offer.deadline
> pause
> thanks
  < conversation.acknowledged
  < menu.under-way [Go on]
> [Go on]
  < offer.deadline
! conversation.not-understood
