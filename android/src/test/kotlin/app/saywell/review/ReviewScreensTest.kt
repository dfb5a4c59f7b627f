package app.saywell.review

import app.saywell.Hand
import app.saywell.R
import app.saywell.Screens
import app.saywell.Sight
import app.saywell.core
import app.saywell.home.HomeRoute
import app.saywell.moment
import app.saywell.ui.plain
import org.saywell.engine.ReviewAsk

class ReviewScreensTest : Screens(
    Sight("05-review-nothing", HomeRoute, ReviewRoute),
    Sight("05-review-item", HomeRoute, before = { learnSome() }, then = { reviewTo { it is ReviewAsk.Item } }),
    Sight("05-review-feedback", HomeRoute, before = { learnSome() }, then = {
        val ask = reviewTo { it is ReviewAsk.Item } as ReviewAsk.Item
        tap(ask.options.first().text.plain())
        tap(R.id.next)
    }),
    Sight("05-review-technique", HomeRoute, before = { learnSome() }, then = { reviewTo { it is ReviewAsk.Technique } }),
    Sight("05-review-answer", HomeRoute, before = { learnSome() }, then = {
        reviewTo { it is ReviewAsk.Technique }
        tap(R.id.next)
    }),
)

/** Answers what is due until something [wanted] is, and opens the page at it. */
private fun Hand.reviewTo(wanted: (ReviewAsk) -> Boolean): ReviewAsk {
    val found = core {
        while (true) {
            val ask = review().reviewStep(moment).ask!!
            if (wanted(ask)) return@core ask
            when (ask) {
                is ReviewAsk.Item -> review().answerReview(ask.item, listOf(ask.options.first().id), moment)
                is ReviewAsk.Technique -> review().rateTechnique(ask.technique, true, moment)
            }
        }
        @Suppress("UNREACHABLE_CODE")
        error("nothing of that kind")
    }
    activity.go(ReviewRoute)
    rest()
    return found
}
