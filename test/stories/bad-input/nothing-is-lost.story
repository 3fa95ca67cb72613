# story: nonsense, a past date, too much, an emoji, nothing at all  tz: Europe/Berlin  now: 2026-11-20T16:00
>
  < menu.text
> asdf qwerty
  < conversation.not-understood
  < menu.text
> [I have an offer]
  < offer.company
> 🎉
  < offer.company ~ "could not read words"
> ""
  < offer.company ~ "came through empty"
> "x"{10000}
  < offer.company ~ "10000 characters"
> Acme
  < offer.deadline
> 13 November 2026
  < offer.deadline ~ "has passed already"
> blorp
  < offer.deadline ~ "could not read a day"
> blorp
  < conversation.stuck [Skip] [Menu] [Pause]
> tomorrow
  < offer.role
> <!channel> {{x}} <script>
  < offer.pay
> a lot of bananas
  < offer.pay ~ "could not read an amount"
> 120
  < offer.extras ~ "120,000"
! assess.offer
