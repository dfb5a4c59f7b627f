package app.saywell.help

import android.content.Intent
import android.view.ViewGroup
import android.view.inputmethod.EditorInfo
import android.widget.EditText
import android.widget.TextView
import app.saywell.Hand
import app.saywell.R
import app.saywell.core
import app.saywell.home.HomeRoute
import app.saywell.lesson.SourcesRoute
import app.saywell.moment
import app.saywell.onTheWall
import app.saywell.phone
import app.saywell.ui.plain
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.Shadows.shadowOf
import org.saywell.engine.Block
import org.saywell.engine.Channel
import org.saywell.engine.PepStep

/** Help by real touches, on the real core and course. */
@RunWith(RobolectricTestRunner::class)
class HelpFlowTest {
    private val texts get() = core { help().helpCards() }.firstNotNullOf { it.pep }

    @Test fun everyCardOpensAndSaysAllItHas() {
        for (card in core { help().helpCards() }) {
            val hand = Hand(HomeRoute)
            hand.tap(R.id.help)
            hand.tap(card.title)
            assertEquals(HelpCardRoute(card.id), hand.routes.last())
            assertEquals(card.title, hand.says(R.id.title))
            for (part in card.parts) {
                assertTrue(part.title, hand.sees(part.title))
                for (block in part.body) lines(block).forEach { assertTrue(it, hand.sees(it)) }
            }
            assertEquals(card.parts.count { it.needsClinician }, hand.views().count { it.id == R.id.needs_clinician })
            assertEquals(card.pep != null, hand.views().any { it.id == R.id.pep })
            hand.close()
        }
    }

    private fun lines(block: Block) = when (block) {
        is Block.Paragraph -> listOf(block.line.plain())
        is Block.Bullets -> block.lines.map { it.plain() }
    }

    /** Turned and dead between the questions: 32 hours ago, counted by core as up to 33, leaves 39 of 72. */
    @Test fun askedOneByOneAndTheHoursAreOfCore() {
        val ask = texts.ask
        val hand = Hand(HomeRoute, HelpRoute, HelpCardRoute("help/pep"))
        hand.tap(R.id.when_was_it)
        hand.pick(ask.status.plain(), hand.words(R.string.no))
        hand.die()
        hand.pick(ask.contact.plain(), ask.contactSex.plain())
        hand.turn()
        hand.pick(ask.`when`.plain(), hand.words(R.string.know_hours))
        hand.tap(R.id.hours_known) // nothing typed, nothing said
        hand.type("32")
        hand.turn()
        hand.tap(R.id.hours_known)
        hand.pick(ask.forced.plain(), hand.words(R.string.no))
        hand.pick(ask.undetectable.plain(), hand.words(R.string.no))
        hand.pick(ask.prep.plain(), hand.words(R.string.yes))
        hand.tap(R.id.skip)
        val picks = listOf<UShort?>(1u, 0u, 0u, 32u, 1u, 1u, 0u, null)
        val advice = (core { help().pepStep(picks, moment, moment, phone.clock.zone.onTheWall()) } as PepStep.Advise).advice
        assertEquals(39u.toUShort(), advice.hoursLeft)
        repeat(2) {
            assertEquals(hand.activity.resources.getQuantityString(R.plurals.hours_left, 39, 39), hand.says(R.id.hours_left))
            assertEquals(advice.parts.first().part.title, hand.says(R.id.advice_title))
            for (part in advice.parts.drop(1)) assertTrue(hand.sees(part.part.title))
            assertEquals(hand.activity.resources.getQuantityString(R.plurals.hours_ago, 32, 32), hand.says(R.id.said))
            hand.die()
        }
        hand.tap(R.id.review)
        assertEquals(SourcesRoute(ArrayList(advice.facts.claims)), hand.routes.last())
        hand.back()
        hand.tap(R.id.change)
        assertEquals(ask.`when`.plain(), hand.says(R.id.question))
        repeat(3) { hand.back() }
        assertEquals(HelpCardRoute("help/pep"), hand.routes.last())
    }

    @Test fun noHoursWhereTheyAreNotKnownOrOver() {
        val ask = texts.ask
        val hand = Hand(HomeRoute, PepRoute)
        hand.pick(ask.status.plain(), hand.words(R.string.not_sure))
        hand.pick(ask.contact.plain(), ask.contactWorks.plain())
        hand.tap(R.id.skip)
        repeat(3) { hand.tap(R.id.skip) }
        assertFalse(hand.views().any { it.id == R.id.hours_left })
        assertEquals(hand.words(R.string.not_sure), hand.says(R.id.said))
        hand.tap(R.id.change)
        hand.tap(hand.words(R.string.know_day))
        hand.tap(hand.words(R.string.longer_ago))
        repeat(3) { hand.tap(R.id.skip) }
        assertFalse(hand.views().any { it.id == R.id.hours_left })
        assertEquals(hand.words(R.string.longer_ago), hand.says(R.id.said))
    }

    /** What was picked lies in no file, and is gone when the page was left. */
    @Test fun nothingThatIsPickedIsKept() {
        val hand = Hand(HomeRoute, HelpCardRoute("help/pep"))
        hand.tap(R.id.when_was_it)
        hand.tap(hand.words(R.string.yes))
        hand.back()
        hand.back()
        assertEquals(HelpCardRoute("help/pep"), hand.routes.last())
        hand.tap(R.id.when_was_it)
        assertEquals(texts.ask.status.plain(), hand.says(R.id.question))
    }

    @Test fun aWordAndItsSources() {
        val hand = Hand(HomeRoute, HelpRoute)
        hand.tap(R.id.words)
        val term = core { help().term("term/viral-load", moment) }
        hand.tap(term.term.name)
        assertEquals(term.term.name, hand.says(R.id.title))
        hand.turn()
        assertEquals(hand.activity.getString(R.string.also, term.term.aliases.joinToString(", ")), hand.says(R.id.also))
        if (term.facts.claims.isNotEmpty()) hand.tap(R.id.review)
    }

    @Test fun everyFactIsListed() {
        val hand = Hand(HomeRoute, HelpRoute)
        hand.tap(R.id.claims)
        val claims = core { help().claims(moment) }
        val list = hand.page.findViewById<android.widget.ListView>(R.id.list)
        assertEquals(claims.size + 1, list.adapter.count) // and what stands above them
        val last = list.adapter.getView(claims.size, null, list)
        assertEquals(claims.last().claim.text, last.findViewById<TextView>(R.id.claim).text.toString())
    }

    /** A tablet without a phone in it: the number can be read, and nothing else happens. */
    @Test fun aNumberCanBeReadWhereNothingDials() {
        val hand = Hand(HomeRoute, ResourcesRoute).steady("the course as shipped lists no place")
        hand.page.findViewById<ViewGroup>(R.id.list).addResource(place(Channel.PHONE, false))
        hand.rest()
        hand.tap(R.id.call)
        assertEquals(Intent.ACTION_DIAL, shadowOf(hand.activity).nextStartedActivity.action)
        shadowOf(phone).checkActivities(true)
        hand.tap(R.id.call)
        assertFalse(hand.views().any { it.id == R.id.call })
        assertTrue("000 000" in hand.says(R.id.contact))
    }

    @Test fun aCardThatIsGoneSaysSo() {
        val hand = Hand(HomeRoute, HelpCardRoute("help/none"))
        assertTrue(hand.sees(hand.words(R.string.problem_gone)))
        hand.tap(R.id.what_to_do)
        assertEquals(listOf(HomeRoute), hand.routes)
    }

    private fun Hand.pick(question: String, answer: String) {
        assertEquals(question, says(R.id.question))
        tap(answer)
    }

    private fun Hand.words(id: Int) = activity.getString(id)

    private fun Hand.type(words: String) {
        page.findViewById<EditText>(R.id.hours).onCreateInputConnection(EditorInfo())!!.commitText(words, 1)
    }
}
