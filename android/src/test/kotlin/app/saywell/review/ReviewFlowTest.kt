package app.saywell.review

import app.saywell.Hand
import app.saywell.R
import app.saywell.core
import app.saywell.home.HomeRoute
import app.saywell.moment
import app.saywell.ui.dayInWords
import app.saywell.ui.plain
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.saywell.engine.ReviewAsk

/** Looking back by real touches, on the real core and course, some days after a unit and a quiz. */
@RunWith(RobolectricTestRunner::class)
class ReviewFlowTest {
    @Test fun everythingThatIsDueUntilNothingIs() {
        learnSome()
        val hand = Hand(HomeRoute)
        hand.tap(R.id.look_back)
        hand.steady("core tells the reasons of an answer once")
        val kinds = mutableSetOf<Boolean>()
        var times = 0
        while (true) {
            val step = core { review().reviewStep(moment) }
            val ask = step.ask ?: break
            kinds += ask is ReviewAsk.Item
            assertEquals(hand.activity.resources.getQuantityString(R.plurals.left_today, step.due.toInt(), step.due.toInt()), hand.says(R.id.left_today))
            if (times++ % 2 == 0) hand.turn() else hand.die()
            when (ask) {
                is ReviewAsk.Item -> hand.answer(ask)
                is ReviewAsk.Technique -> hand.recall(ask, recalled = times % 2 == 0)
            }
            assertEquals(step.due.toInt() - 1, core { review().reviewStep(moment) }.due.toInt())
        }
        assertEquals(setOf(true, false), kinds)
        assertEquals(hand.activity.getString(R.string.nothing_due), hand.says(R.id.question))
        val day = core { review().reviewStep(moment) }.nextDay!!
        assertTrue(hand.sees(hand.activity.getString(R.string.next_on, day.dayInWords())))
        hand.tap(R.id.next)
        assertEquals(listOf(HomeRoute), hand.routes)
    }

    private fun Hand.answer(ask: ReviewAsk.Item) {
        assertEquals(ask.ask.plain(), says(R.id.question))
        tap(ask.options.first().text.plain())
        turn()
        tap(R.id.next)
        assertTrue(views().any { it.id == R.id.facts } || views().any { it.id == R.id.why })
        tap(R.id.next)
    }

    private fun Hand.recall(ask: ReviewAsk.Technique, recalled: Boolean) {
        assertEquals(ask.name, says(R.id.question))
        assertTrue(sees(ask.ask.plain()) && !sees(ask.answer.plain()))
        tap(R.id.next)
        turn()
        assertTrue(sees(ask.answer.plain()))
        tap(if (recalled) R.id.came else R.id.did_not)
    }

    @Test fun nothingIsDueOnANewPhone() {
        val hand = Hand(HomeRoute, ReviewRoute)
        assertEquals(hand.activity.getString(R.string.nothing_due), hand.says(R.id.question))
        assertTrue(hand.sees(hand.activity.getString(R.string.comes_here)))
    }
}
