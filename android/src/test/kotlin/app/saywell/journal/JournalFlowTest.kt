package app.saywell.journal

import android.content.Intent
import android.view.ViewGroup
import android.view.inputmethod.EditorInfo
import android.widget.EditText
import app.saywell.Hand
import app.saywell.R
import app.saywell.core
import app.saywell.help.HelpCardRoute
import app.saywell.home.HomeRoute
import app.saywell.lesson.readTo
import app.saywell.moment
import app.saywell.scenario.RehearseRoute
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.Shadows.shadowOf
import org.robolectric.shadows.ShadowLooper
import org.saywell.engine.CardKind
import org.saywell.engine.Note
import org.saywell.engine.Plan
import org.saywell.engine.PlanFields
import java.util.UUID
import java.util.concurrent.TimeUnit

/** Notes and plans by real touches, on the real core. */
@RunWith(RobolectricTestRunner::class)
class JournalFlowTest {
    @Test fun writesChangesAndDeletesANote() {
        val hand = Hand(HomeRoute)
        hand.tap(R.id.notes)
        assertTrue(hand.sees(hand.words(R.string.nothing_here)))
        hand.tap(R.id.new_note)
        hand.note.type("Ask on Sunday")
        hand.die() // before the 300 ms are over
        assertEquals("Ask on Sunday", hand.note.text.toString())
        hand.back()
        assertEquals(listOf("Ask on Sunday"), notes.map { it.text })
        hand.tap("Ask on Sunday")
        hand.note.type(", early")
        hand.turn()
        hand.back()
        assertEquals(listOf("Ask on Sunday, early"), notes.map { it.text })
        hand.tap("Ask on Sunday, early")
        hand.note.type("!")
        hand.tap(R.id.delete)
        hand.turn()
        hand.back() // keeps it
        assertFalse(hand.views().any { it.id == R.id.delete_it })
        hand.tap(R.id.delete)
        hand.tap(R.id.delete_it)
        assertEquals(NotesRoute, hand.routes.last())
        assertEquals(emptyList<Note>(), notes)
        hand.rest()
        hand.back()
        assertEquals(emptyList<Note>(), notes)
    }

    /** Core would refuse it whole. */
    @Test fun aNoteEndsBeforeItIsTooLong() {
        val hand = Hand(HomeRoute, NotesRoute)
        hand.tap(R.id.new_note)
        hand.note.setText("word ".repeat(5_000))
        hand.back()
        assertEquals("word ".repeat(4_000).trim(), notes.single().text)
    }

    @Test fun aNoteOfACardStaysItsNote() {
        val card = readTo("lesson/talk-early") { it is CardKind.Reflect }.card.id
        core { journal().writeCardNote(UUID.randomUUID().toString(), card, "In the park", moment) }
        val hand = Hand(HomeRoute, NotesRoute)
        hand.tap("In the park")
        assertEquals(hand.activity.getString(R.string.note_on, core { lesson().cardPlace(card) }.title), hand.says(R.id.on_card))
        hand.note.type(" at noon")
        hand.back()
        assertEquals(listOf(card to "In the park at noon"), notes.map { it.card to it.text })
    }

    /** The page was empty and said that it is saved: the words do not come back. Until it is left they may still be typed anew. */
    @Test fun whatWasErasedIsGoneOnceThePageIsLeft() {
        core { journal().writeNote(UUID.randomUUID().toString(), "Ask on Sunday", moment) }
        val hand = Hand(HomeRoute, NotesRoute)
        hand.tap("Ask on Sunday")
        hand.note.setText("")
        hand.wait()
        hand.turn()
        hand.die()
        assertEquals("", hand.note.text.toString())
        assertEquals(listOf("Ask on Sunday"), notes.map { it.text })
        hand.note.type("Monday")
        hand.back()
        assertEquals(listOf("Monday"), notes.map { it.text })
        hand.tap("Monday")
        hand.note.setText("  ")
        hand.back()
        assertEquals(emptyList<Note>(), notes)
        assertTrue(hand.sees(hand.words(R.string.nothing_here)))
        // Nor is one that was never there, or only for a moment.
        hand.tap(R.id.new_note)
        hand.note.type("Sunday")
        hand.wait()
        hand.note.setText("")
        hand.tap(R.id.exit)
        assertEquals(emptyList<Note>(), notes)
    }

    @Test fun whatWasErasedOfAPlanIsGone() {
        val id = UUID.randomUUID().toString()
        core { journal().writePlan(id, PlanFields("Sunday", "By the river", "", "", ""), moment) }
        val hand = Hand(HomeRoute, NotesRoute, MyPlanRoute(id))
        hand.field(0).setText("")
        hand.wait()
        assertEquals(listOf(PlanFields("", "By the river", "", "", "")), plans.map { it.fields })
        hand.field(1).setText("")
        hand.wait()
        hand.turn()
        hand.die()
        assertEquals(listOf("", ""), (0..1).map { hand.field(it).text.toString() })
        assertEquals(1, plans.size)
        hand.back()
        assertEquals(emptyList<Plan>(), plans)
        assertFalse(hand.sees("By the river"))
    }

    @Test fun olderNotesComeWhenAsked() {
        core { for (i in 1..45) journal().writeNote(UUID.randomUUID().toString(), "Note $i", moment.plusMinutes(i.toLong())) }
        val hand = Hand(HomeRoute, NotesRoute)
        assertTrue(hand.sees("Note 45") && !hand.sees("Note 25"))
        hand.tap(R.id.older)
        hand.turn()
        assertTrue(hand.sees("Note 25") && !hand.sees("Note 5"))
        hand.tap(R.id.older)
        assertTrue(hand.sees("Note 1"))
        assertFalse(hand.views().any { it.id == R.id.older })
        hand.tap("Note 1") // beyond the first page of core
        assertEquals("Note 1", hand.note.text.toString())
    }

    @Test fun aPlanBeginsWithTheSafetyQuestion() {
        val hand = Hand(HomeRoute, NotesRoute)
        hand.tap(R.id.plan_talk)
        hand.tap(hand.words(R.string.not_sure))
        assertEquals(HelpCardRoute("help/safe-to-talk"), hand.routes.last())
        assertTrue(core { help().helpCards() }.any { it.id == "help/safe-to-talk" })
        hand.back()
        hand.tap(hand.words(R.string.yes))
        assertEquals(HelpCardRoute("help/safe-to-talk"), hand.routes.last())
        hand.back()
        hand.tap(hand.words(R.string.no))
        assertTrue(hand.routes.last() is MyPlanRoute)
        hand.back()
        assertEquals(NotesRoute, hand.routes.last()) // and no plan without a word
        assertEquals(emptyList<Plan>(), plans)
    }

    @Test fun fillsInAPlanThroughTurnsAndDeaths() {
        val hand = Hand(HomeRoute, NotesRoute, PlanRoute)
        hand.tap(hand.words(R.string.no))
        val words = listOf("Sunday", "By the river", "I like us", "Tea", "I need a break")
        words.forEachIndexed { i, said ->
            hand.field(i).type(said)
            if (i % 2 == 0) hand.die() else hand.turn()
            assertEquals(words.take(i + 1), (0..i).map { hand.field(it).text.toString() })
        }
        hand.tap(R.id.practise)
        assertEquals(RehearseRoute, hand.routes.last())
        assertEquals(listOf(PlanFields("Sunday", "By the river", "I like us", "Tea", "I need a break")), plans.map { it.fields })
    }

    /** What leaves is what was seen, and only when the person says so. */
    @Test fun sharesAsPlainText() {
        val id = UUID.randomUUID().toString()
        core { journal().writePlan(id, PlanFields("Sunday", "", "I like us", "", ""), moment) }
        val hand = Hand(HomeRoute, NotesRoute, MyPlanRoute(id))
        hand.tap(hand.page.findViewById<app.saywell.ui.TopBar>(R.id.top).action)
        hand.turn()
        val text = core { journal().planAsText(id) }
        assertEquals(text.trimEnd(), hand.says(R.id.words))
        assertTrue(shadowOf(hand.activity).peekNextStartedActivity() == null)
        hand.tap(R.id.share)
        @Suppress("DEPRECATION")
        val sent = shadowOf(hand.activity).nextStartedActivity.getParcelableExtra<Intent>(Intent.EXTRA_INTENT)!!
        assertEquals(Intent.ACTION_SEND, sent.action)
        assertEquals("text/plain", sent.type)
        assertEquals(text, sent.getStringExtra(Intent.EXTRA_TEXT))
        hand.tap(R.id.keep)
        assertEquals(MyPlanRoute(id), hand.routes.last())
    }

    @Test fun deletesAPlan() {
        val id = UUID.randomUUID().toString()
        core { journal().writePlan(id, PlanFields("Sunday", "", "", "", ""), moment) }
        val hand = Hand(HomeRoute, NotesRoute)
        hand.tap("Sunday")
        hand.field(1).type("By the river")
        hand.tap(R.id.delete)
        hand.tap(R.id.delete_it)
        assertEquals(emptyList<Plan>(), plans)
        assertEquals(NotesRoute, hand.routes.last())
    }

    private val notes get() = core { journal().notes(null, 99u) }
    private val plans get() = core { journal().plans(99u) }

    /** Longer than a page waits with what was typed. */
    private fun Hand.wait() {
        ShadowLooper.idleMainLooper(1, TimeUnit.SECONDS)
        rest()
    }

    private fun Hand.words(id: Int) = activity.getString(id)
    private val Hand.note get() = page.findViewById<EditText>(R.id.note)
    private fun Hand.field(i: Int): EditText = page.findViewById<ViewGroup>(R.id.fields).getChildAt(i).findViewById(R.id.field)

    private fun EditText.type(words: String) {
        setSelection(text.length)
        onCreateInputConnection(EditorInfo())!!.commitText(words, 1)
    }
}
