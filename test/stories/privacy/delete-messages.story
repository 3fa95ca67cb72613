# story: the coach's messages go from the chat, and what was told stays  tz: Europe/Berlin  now: 2026-11-20T16:00
> I got an offer from Acme Corp, they want an answer by November 27
  < offer.role
> delete messages
  < removal.ask ~ "only you can delete" [Delete the messages] [Go on]
> [Go on]
  < conversation.left-as-it-was
  < offer.role
> delete
  < conversation.delete ~ "and my messages in this chat as well" [Delete everything] [Only the messages here] [Go on]
> [Only the messages here]
  < removal.ask
> yes
  < removal.going ~ "about one a second"
  < offer.role
  = o1:reply-by:24h 2026-11-26T09:00
> delete your last message
  < removal.one-going ~ "My notes stay"
> list
  < menu.list ~ "A: Acme Corp"
> privacy
  < greeting.privacy ~ "keep, search and export what we write here" ~ "code names" ~ "use the forms" ~ "workspace that is your own"
