package app.saywell.settings

import app.saywell.Hand
import app.saywell.R
import app.saywell.core
import app.saywell.home.HomeRoute
import app.saywell.moment
import app.saywell.phone
import app.saywell.quiz.FIRST_QUIZ
import app.saywell.quiz.QuestionRoute
import app.saywell.quiz.QuizRoute
import app.saywell.reminder.PlanFile
import app.saywell.reminder.some
import app.saywell.ui.ListRow
import app.saywell.ui.dayInWords
import app.saywell.ui.plain
import app.saywell.vault.setPin
import org.junit.Assert.assertEquals
import org.junit.Assert.assertNotEquals
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.saywell.engine.QuizStep
import java.time.LocalDate
import java.util.Locale

/** The app speaks another language: its pages and the course at once, and what was begun goes on. */
@RunWith(RobolectricTestRunner::class)
class LanguageFlowTest {
    private val attempt = "11111111-1111-4111-8111-111111111111"

    private val asked get() = (core { quiz().quizStep(attempt) } as QuizStep.Question).question

    private val Hand.language get() = page.findViewById<ListRow>(R.id.language).detail.toString()

    private fun Hand.speaks(language: String) {
        assertEquals(language, activity.resources.configuration.locales[0].language)
        assertEquals(language, Locale.getDefault().language)
        assertEquals(language, core { language().use { it.spoken() } }.tag)
    }

    @Test fun aQuizGoesOnInAnotherLanguage() {
        core { quiz().openQuiz(FIRST_QUIZ, attempt, 1uL, moment) }
        val before = asked
        val hand = Hand(HomeRoute, QuizRoute(FIRST_QUIZ), QuestionRoute(attempt), SettingsRoute)
        hand.speaks("en")
        assertEquals("English", hand.language)
        val settings = hand.activity.getString(R.string.settings)
        hand.tap(R.id.language)
        hand.tap("Español")
        assertEquals(SettingsRoute, hand.routes.last())
        hand.speaks("es")
        assertEquals("Español", hand.language)
        assertNotEquals(settings, hand.activity.getString(R.string.settings))
        hand.back()
        assertEquals(before.item, asked.item)
        assertEquals(before.options.map { it.id }, asked.options.map { it.id })
        assertEquals(asked.ask.plain(), hand.says(R.id.question))
        // It stays, and what is answered in it counts.
        hand.die()
        hand.speaks("es")
        assertEquals(asked.ask.plain(), hand.says(R.id.question))
        hand.tap(asked.options.first().text.plain())
        hand.tap(R.id.next)
        assertNotEquals(before.item, asked.item)
        hand.close()
        val back = Hand(HomeRoute, SettingsRoute)
        back.tap(R.id.language)
        back.tap(back.activity.getString(R.string.language_as_phone))
        back.speaks("en")
        assertNull(phone.look.language)
    }

    @Test fun thePhonesLanguageIsSpokenAndFollowed() {
        RuntimeEnvironment.setQualifiers("es-rMX-w360dp-h800dp-notnight-xhdpi")
        val hand = Hand(HomeRoute, SettingsRoute)
        hand.speaks("es")
        assertEquals("Español", hand.language)
        // While the process lives, too.
        RuntimeEnvironment.setQualifiers("en-rGB-w360dp-h800dp-notnight-xhdpi")
        hand.turn()
        hand.speaks("en")
    }

    @Test fun aLanguageThatItHasNotIsEnglish() {
        RuntimeEnvironment.setQualifiers("fr-w360dp-h800dp-notnight-xhdpi")
        val hand = Hand(HomeRoute, SettingsRoute)
        assertEquals("English", hand.language)
        assertTrue(hand.sees("Keep my entries"))
    }

    @Test fun theFirstPageOffersItAndTheLockSpeaksIt() {
        phone.look.welcomed = false
        val first = Hand(phone.start)
        val title = first.says(R.id.title)
        first.tap(R.id.language)
        first.tap("Español")
        assertNotEquals(title, first.says(R.id.title))
        assertEquals("Español", first.says(R.id.language))
        first.tap(R.id.skip)
        first.close()
        setPin("271828")
        phone.forget()
        val locked = Hand(HomeRoute)
        assertEquals("es", locked.activity.resources.configuration.locales[0].language)
        assertTrue(locked.sees(locked.activity.getString(R.string.enter_pin)))
    }

    @Test fun remindersAndDatesSpeakIt() {
        some()
        val hand = Hand(HomeRoute, SettingsRoute)
        hand.leaveAndReturn() // lays the plan
        val english = PlanFile(phone).read().entries
        hand.tap(R.id.language)
        hand.tap("Español")
        val spanish = PlanFile(phone).read().entries
        assertEquals(english.map { it.id to it.at }, spanish.map { it.id to it.at })
        assertNotEquals(english.map { it.text }, spanish.map { it.text })
        assertTrue(LocalDate.parse("2026-11-23").dayInWords().startsWith("lun"))
    }

    @Test fun aWipeForgetsIt() {
        phone.look.language = "es"
        val hand = Hand(HomeRoute, SettingsRoute, DeleteAllRoute)
        hand.tap(R.id.delete)
        assertNull(phone.look.language)
        hand.speaks("en")
    }
}
