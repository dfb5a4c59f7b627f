package app.saywell.review

import android.widget.TextView
import app.saywell.Hand
import app.saywell.R
import app.saywell.core
import app.saywell.home.HomeRoute
import app.saywell.moment
import app.saywell.phone
import app.saywell.ui.dayInWords
import app.saywell.ui.plain
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.saywell.engine.ReviewAsk
import java.time.Clock
import java.time.Duration

/** Looking back by real touches, on the real core and course, some days after a unit and a quiz. */
@RunWith(RobolectricTestRunner::class)
class ReviewFlowTest {
    @Test fun everythingThatIsDueUntilNothingIs() {
        learnSome()
        val hand = Hand(HomeRoute)
        hand.tap(R.id.look_back)
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
        // The reasons stay through a turn and a death, also when the person comes back another day: that is no second answer.
        val (reasons, left) = words() to core { review().reviewStep(moment.plusDays(3)) }.due
        turn()
        assertEquals(reasons, words())
        val today = phone.now
        phone.now = Clock.offset(today, Duration.ofDays(3))
        die()
        assertEquals(reasons, words())
        assertEquals(left, core { review().reviewStep(moment) }.due)
        phone.now = today
        tap(R.id.next)
    }

    private fun Hand.words() = views().filterIsInstance<TextView>().map { it.text.toString() }

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
