package app.saywell.lesson

import android.speech.tts.TextToSpeech
import android.view.View
import android.view.inputmethod.EditorInfo
import android.widget.EditText
import app.saywell.Hand
import app.saywell.R
import app.saywell.core
import app.saywell.help.HelpCardRoute
import app.saywell.help.TermRoute
import app.saywell.home.HomeRoute
import app.saywell.moment
import app.saywell.ui.ChoiceRow
import app.saywell.ui.ProseView
import app.saywell.ui.TopBar
import app.saywell.ui.plain
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.Shadows.shadowOf
import org.robolectric.shadows.ShadowLooper
import org.robolectric.shadows.ShadowTextToSpeech
import org.saywell.engine.CardKind
import org.saywell.engine.LessonCard
import org.saywell.engine.LessonStep
import org.saywell.engine.Note
import java.util.concurrent.TimeUnit

/** Reading a unit by real touches, on the real core and course. */
@RunWith(RobolectricTestRunner::class)
class UnitFlowTest {
    /** From Home to the end of the first unit; turned on one card, dead on the next, and never at another place for it. */
    @Test fun readsAUnitToItsEndThroughTurnsAndDeaths() {
        val hand = Hand(HomeRoute)
        hand.tap(R.id.hero_go)
        val unit = (hand.routes.last() as UnitRoute).id
        val first = card(unit)
        for (position in 1..first.of.toInt()) {
            val place = hand.says(R.id.title)
            assertEquals(titleOf(card(unit)), place)
            if (position % 2 == 0) hand.turn() else hand.die()
            assertEquals(place, hand.says(R.id.title))
            hand.tap(R.id.next)
        }
        assertTrue(hand.routes.last() is UnitEndRoute)
        hand.die()
        assertTrue(hand.sees(hand.activity.getString(R.string.unit_over)))
        assertTrue(core { lesson().outline() }.chapters.first().units.first().done)
        hand.tap(R.id.go)
        assertTrue(hand.routes.last() != UnitRoute(unit))
        hand.back()
        assertEquals(listOf(HomeRoute), hand.routes)
    }

    @Test fun aGateIsADoorAndNoStep() {
        val gate = readTo("lesson/talk-early") { it is CardKind.Gate }.card.kind as CardKind.Gate
        val hand = at("lesson/talk-early")
        assertEquals(View.GONE, hand.page.findViewById<View>(R.id.footer).visibility)
        val away = gate.doors.first { it.to != null }
        hand.tap(away.text.plain())
        assertEquals(HelpCardRoute(away.to!!), hand.routes.last())
        hand.back()
        assertEquals(gate.question.plain(), hand.says(R.id.title))
        hand.tap(gate.doors.first { it.to == null }.text.plain())
        assertTrue(hand.says(R.id.title) != gate.question.plain())
    }

    @Test fun aCheckMayBeAnsweredOnceMore() {
        val check = readTo("lesson/education") { it is CardKind.Check }.card.kind as CardKind.Check
        val hand = at("lesson/education")
        val (right, other) = check.options.partition { it.right }
        hand.tap(other.first().text.plain())
        assertTrue(hand.sees(hand.activity.getString(R.string.not_quite)))
        assertTrue(hand.sees(check.again.plain()))
        hand.turn()
        assertTrue(hand.sees(check.again.plain()))
        hand.tap(right.first().text.plain())
        assertTrue(hand.sees(hand.activity.getString(R.string.works_well)))
        assertTrue(hand.views().filterIsInstance<ChoiceRow>().none { it.isClickable })
        check.options.forEach { assertTrue(hand.sees(it.why.plain())) }
    }

    @Test fun stepsTurnOneByOne() {
        val steps = (readTo("lesson/condoms-and-dams") { it is CardKind.Steps }.card.kind as CardKind.Steps).steps
        val hand = at("lesson/condoms-and-dams")
        for ((i, step) in steps.withIndex()) {
            assertTrue(hand.sees(step.text.plain()))
            hand.turn()
            assertTrue(hand.sees(step.text.plain()))
            if (i < steps.lastIndex) hand.tap(R.id.next)
        }
        hand.tap(R.id.back)
        assertTrue(hand.sees(steps[steps.lastIndex - 1].text.plain()))
        hand.tap(R.id.next)
        hand.tap(R.id.next)
        assertTrue(!hand.sees(steps.last().text.plain()))
    }

    /** Typed, and the process dies before the 300 ms are over: not a letter is lost. */
    @Test fun aNoteIsKeptAsItIsTyped() {
        readTo("lesson/start-here") { it is CardKind.Reflect }
        val hand = at("lesson/start-here")
        hand.type("I want to")
        hand.die()
        assertEquals("I want to", hand.page.findViewById<EditText>(R.id.note).text.toString())
        hand.type(" say it well")
        ShadowLooper.idleMainLooper(300, TimeUnit.MILLISECONDS)
        hand.rest()
        assertEquals(listOf("I want to say it well"), core { journal().notes(null, 9u) }.map { it.text })
        hand.type(".")
        hand.tap(R.id.exit)
        assertEquals(listOf("I want to say it well."), core { journal().notes(null, 9u) }.map { it.text })
    }

    /** To another card is left too. */
    @Test fun whatWasErasedOfACardIsGone() {
        readTo("lesson/start-here") { it is CardKind.Reflect }
        val hand = at("lesson/start-here")
        hand.type("I want to")
        hand.turn()
        hand.page.findViewById<EditText>(R.id.note).setText("")
        hand.die()
        assertEquals("", hand.says(R.id.note))
        assertEquals(listOf("I want to"), core { journal().notes(null, 9u) }.map { it.text })
        hand.tap(R.id.back)
        assertEquals(emptyList<Note>(), core { journal().notes(null, 9u) })
    }

    /** What a person wrote is not for the room, and out of sight nothing is read on, nor begun. */
    @Test fun readAloudOnlyWhatTheCardSaysAndOnlyInSight() {
        readTo("lesson/start-here") { it is CardKind.Reflect }
        val hand = at("lesson/start-here").steady("a voice is gone after a turn")
        hand.type("I want to")
        val aloud = hand.page.findViewById<TopBar>(R.id.top).action
        hand.tap(aloud)
        val voice = shadowOf(ShadowTextToSpeech.getLastTextToSpeechInstance())
        voice.onInitListener.onInit(TextToSpeech.SUCCESS)
        assertTrue(hand.says(R.id.title) in voice.spokenTextList)
        assertFalse("I want to" in voice.spokenTextList)
        hand.leave()
        assertTrue(voice.isStopped)
        hand.close()
        val other = at("lesson/start-here").steady("a voice is gone after a turn")
        other.tap(other.page.findViewById<TopBar>(R.id.top).action)
        val slow = shadowOf(ShadowTextToSpeech.getLastTextToSpeechInstance())
        other.leave()
        slow.onInitListener.onInit(TextToSpeech.SUCCESS)
        assertEquals(emptyList<String>(), slow.spokenTextList)
    }

    @Test fun aWordLeadsToTheWordListAndBack() {
        readTo("lesson/undetectable") { it is CardKind.Read }
        val hand = at("lesson/undetectable")
        val words = hand.views().filterIsInstance<ProseView>().first { "viral load" in it.text }
        val line = words.layout.getLineForOffset(words.text.indexOf("viral load") + 3)
        val x = words.layout.getPrimaryHorizontal(words.text.indexOf("viral load") + 3)
        val at = IntArray(2).also(words::getLocationOnScreen)
        hand.tapAt(at[0] + x, at[1] + words.layout.getLineBottom(line).toFloat() + 10) // a little below the word
        assertEquals(TermRoute("term/viral-load"), hand.routes.last())
        hand.back()
        hand.tap(R.id.review)
        assertTrue(hand.routes.last() is SourcesRoute)
    }

    private fun at(unit: String) = Hand(HomeRoute, ChaptersRoute, UnitRoute(unit))

    private fun card(unit: String): LessonCard = (core { lesson().openUnit(unit, moment) } as LessonStep.Card).card

    private fun titleOf(card: LessonCard) = when (val kind = card.card.kind) {
        is CardKind.Read -> kind.title
        is CardKind.Check -> kind.question.plain()
        is CardKind.Reflect -> kind.prompt.plain()
        else -> error("not in the first unit")
    }

    private fun Hand.type(words: String) {
        val field = page.findViewById<EditText>(R.id.note)
        field.setSelection(field.text.length)
        field.onCreateInputConnection(EditorInfo())!!.commitText(words, 1)
    }
}
