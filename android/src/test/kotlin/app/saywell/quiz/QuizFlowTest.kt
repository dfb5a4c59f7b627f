package app.saywell.quiz

import android.widget.Button
import app.saywell.Hand
import app.saywell.R
import app.saywell.core
import app.saywell.home.HomeRoute
import app.saywell.lesson.ChaptersRoute
import app.saywell.moment
import app.saywell.ui.ChoiceRow
import app.saywell.ui.plain
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.saywell.engine.ItemKind
import org.saywell.engine.Question
import org.saywell.engine.QuizStep
import java.util.UUID

/** A quiz by real touches, on the real core and course. */
@RunWith(RobolectricTestRunner::class)
class QuizFlowTest {
    /** From the list to the result; turned and dead with an option picked, and over the reasons. */
    @Test fun goesThroughAQuizThroughTurnsAndDeaths() {
        val hand = Hand(HomeRoute, ChaptersRoute)
        hand.tap(R.id.quizzes)
        hand.tap(core { quiz().quizzes() }.first { it.id == FIRST_QUIZ }.title)
        hand.tap(R.id.begin)
        val attempt = (hand.routes.last() as QuestionRoute).attempt
        var right = 0
        var of = 0
        while (true) {
            val question = (core { quiz().quizStep(attempt) } as? QuizStep.Question)?.question ?: break
            of++
            assertEquals(question.ask.plain(), hand.says(R.id.question))
            assertFalse(hand.next.isEnabled)
            val pick = question.options.last()
            hand.tap(pick.text.plain())
            if (of % 2 == 0) hand.turn() else hand.die()
            assertTrue(hand.next.isEnabled)
            assertEquals(question, (core { quiz().quizStep(attempt) } as QuizStep.Question).question)
            hand.tap(R.id.next)
            val said = core { quiz().answerItem(attempt, question.item, listOf(pick.id), moment) }
            if (said.right) right++
            if (of % 2 == 0) hand.die() else hand.turn()
            for (option in said.options) assertTrue(option.why.plain(), hand.sees(option.why.plain()))
            assertTrue(hand.rows.none { it.isClickable })
            hand.tap(R.id.next)
        }
        assertEquals(ResultRoute(attempt), hand.routes.last())
        hand.turn()
        val res = hand.activity.resources
        assertEquals(res.getQuantityString(R.plurals.went_through, of, of), hand.says(R.id.title))
        assertTrue(hand.says(R.id.well).startsWith(res.getQuantityString(R.plurals.went_well, right, right)))
        hand.tap(R.id.done)
        assertEquals(QuizRoute(FIRST_QUIZ), hand.routes.last())
        assertTrue(hand.views().any { it.id == R.id.history })
    }

    @Test fun leavesAndGoesOnOrBeginsAnew() {
        val second = playTo(FIRST_QUIZ) { it.number.toInt() == 2 }
        val hand = Hand(HomeRoute, QuizRoute(FIRST_QUIZ))
        hand.tap(R.id.begin)
        assertEquals(second.ask.plain(), hand.says(R.id.question))
        hand.back()
        hand.tap(R.id.anew)
        val anew = (hand.routes.last() as QuestionRoute).attempt
        assertTrue(anew != second.attempt)
        assertEquals(1u.toUShort(), (core { quiz().quizStep(anew) } as QuizStep.Question).question.number)
    }

    @Test fun morePicksMayFit() {
        val question = playTo(FIRST_QUIZ) { it.kind == ItemKind.MANY }
        val hand = at(question)
        val (one, two) = question.options.map { it.text.plain() }
        hand.tap(one)
        hand.tap(two)
        assertEquals(2, hand.rows.count { it.isSelected })
        hand.tap(one)
        hand.tap(two)
        assertFalse(hand.next.isEnabled)
        hand.tap(two)
        hand.tap(one)
        hand.tap(R.id.next)
        assertEquals(2, core { quiz().answerItem(question.attempt, question.item, question.options.take(2).map { it.id }, moment) }.options.count { it.chosen })
    }

    /** The attempt was left for a new one while this page lay below. */
    @Test fun anAttemptThatWasLeftIsNotShown() {
        val question = playTo(FIRST_QUIZ) { it.number.toInt() == 2 }
        val hand = Hand(HomeRoute, QuizRoute(FIRST_QUIZ), QuestionRoute(question.attempt)).steady("who comes back sees the new attempt")
        core { quiz().beginQuizAnew(FIRST_QUIZ, UUID.randomUUID().toString(), 2uL, moment) }
        hand.tap(question.options.first().text.plain())
        hand.tap(R.id.next)
        assertEquals(QuizRoute(FIRST_QUIZ), hand.routes.last())
    }

    @Test fun nothingWorthAnotherLookIsNotSaid() {
        val result = playWell(FIRST_QUIZ)
        val hand = Hand(HomeRoute, QuizRoute(FIRST_QUIZ), ResultRoute(result.attempt.id))
        assertEquals(result.attempt.of, result.attempt.right)
        assertFalse(hand.sees(hand.activity.getString(R.string.another_look)))
    }

    private fun at(question: Question) = Hand(HomeRoute, QuizRoute(FIRST_QUIZ), QuestionRoute(question.attempt))

    private val Hand.next get() = page.findViewById<Button>(R.id.next)
    private val Hand.rows get() = views().filterIsInstance<ChoiceRow>()
}
