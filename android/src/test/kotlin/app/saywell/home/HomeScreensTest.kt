package app.saywell.home

import app.saywell.Screens
import app.saywell.Sight
import app.saywell.core
import app.saywell.moment
import app.saywell.exit.QuietRoute
import org.saywell.engine.LessonStep

class HomeScreensTest : Screens(
    Sight("01-home-first", HomeRoute),
    Sight("01-home", HomeRoute, before = {
        core {
            val step = lesson().openUnit("lesson/education", moment) as LessonStep.Card
            lesson().nextCard("lesson/education", step.card.card.id, moment)
        }
    }),
    Sight("23-quick-exit", QuietRoute),
)
