package app.saywell.relaxation

import android.content.Intent
import android.media.AudioManager
import android.media.MediaPlayer
import android.view.View
import android.widget.SeekBar
import app.saywell.Hand
import app.saywell.R
import app.saywell.core
import app.saywell.exit.QuietRoute
import app.saywell.help.HelpCardRoute
import app.saywell.home.HomeRoute
import app.saywell.moment
import app.saywell.phone
import app.saywell.ui.plain
import app.saywell.ui.short
import org.junit.After
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNotNull
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.Shadows.shadowOf
import org.robolectric.shadows.ShadowLooper
import org.robolectric.shadows.ShadowMediaPlayer
import org.robolectric.shadows.ShadowSystemClock
import org.saywell.engine.Block
import org.saywell.engine.RelaxationForm
import org.saywell.engine.RelaxationOutcome
import org.saywell.engine.Session
import java.time.Duration
import java.util.concurrent.TimeUnit

/** A session by real touches, on the real core and course; the phone's clock is moved, its sound is heard by what is asked of it. */
@RunWith(RobolectricTestRunner::class)
class RelaxFlowTest {
    private val players = mutableListOf<MediaPlayer>()

    @Before fun hear() = ShadowMediaPlayer.setCreateListener { player, _ -> players += player }

    @After fun deaf() = ShadowMediaPlayer.setCreateListener(null)

    /** Chosen, rated, played to its end through a rotation, rated again. */
    @Test fun tenMinutesFromTheTabToTheLine() {
        val hand = Hand(HomeRoute, RelaxRoute)
        hand.rate(6)
        hand.turn()
        assertEquals("6", hand.says(R.id.number))
        hand.tap(R.id.start)
        assertEquals(RunningRoute(hand.running.id, BREATH, RelaxationForm.FULL, 6), hand.running)
        assertEquals(session().before, 6.toUByte())
        hand.pass(90)
        assertEquals(text(R.string.time_left, "8:30"), hand.says(R.id.left))
        assertEquals("Breathe in.", hand.says(R.id.word))
        hand.turn()
        assertEquals(text(R.string.time_left, "8:30"), hand.says(R.id.left))
        assertEquals("one sound, and no gap in it", 1, players.size)
        assertTrue(players.single().isPlaying)
        hand.pass(100)
        assertTrue("told at the last sentence", session().elapsedMs in 180_000..191_000)
        hand.pass(410)
        assertTrue(hand.routes.last() is AfterRoute)
        assertEquals(RelaxationOutcome.RUNNING, session().outcome)
        hand.turn()
        hand.rate(3)
        hand.tap(R.id.done)
        assertTrue(hand.sees(text(R.string.that_was, "10:00")))
        assertTrue(hand.sees(text(R.string.before_after, 6, 3)))
        assertTrue("I can pause before I choose." in hand.says(R.id.line_words))
        session().run { assertEquals(listOf(600_000L, 3.toUByte(), RelaxationOutcome.FINISHED), listOf(elapsedMs, after, outcome)) }
        hand.die()
        assertTrue(hand.sees(text(R.string.that_was, "10:00")))
        hand.tap(R.id.done)
        assertEquals(listOf(HomeRoute, RelaxRoute), hand.routes)
    }

    @Test fun fiveMinutesOfAnotherScript() {
        val hand = Hand(HomeRoute, RelaxRoute)
        hand.tap("Soft muscles")
        hand.tap(R.id.five)
        hand.die()
        hand.tap(R.id.start)
        assertEquals(RunningRoute(hand.running.id, "relaxation/soft-muscles", RelaxationForm.FIVE), hand.running)
        assertEquals(text(R.string.time_left, "5:00"), hand.says(R.id.left))
    }

    @Test fun aRatingCanBeTakenBack() {
        val hand = Hand(HomeRoute, RelaxRoute)
        hand.rate(6)
        hand.tap(R.id.skip)
        hand.tap(R.id.start)
        assertNull(session().before)
    }

    /** In words, for who sees the bars and for who does not. */
    @Test fun aPlotOpensIntoItsNumbers() {
        practise("p", 1, 7, 8, 5)
        val hand = Hand(HomeRoute, RelaxRoute, LogRoute)
        val yesterday = moment.toLocalDate().minusDays(1).short()
        assertFalse(hand.views().any { it.id == R.id.tension_numbers })
        hand.tap(R.id.tension)
        hand.turn()
        assertEquals(text(R.string.spoken_pair, yesterday, 8, 5), hand.says(R.id.tension_numbers))
        hand.tap(R.id.days)
        assertEquals(7, hand.says(R.id.days_numbers).lines().size)
        hand.tap(R.id.tension)
        assertFalse(hand.views().any { it.id == R.id.tension_numbers })
        val node = hand.page.findViewById<View>(R.id.days).createAccessibilityNodeInfo()
        assertTrue(node.actionList.any { it.label == text(R.string.numbers) })
    }

    /** Time stands still in a pause; the sound too. */
    @Test fun pausedAndGoneOn() {
        val hand = Hand(HomeRoute, RelaxRoute, RunningRoute("s", BREATH, RelaxationForm.FULL)).steady("a session waits after a death")
        hand.pass(60)
        hand.tap(R.id.pause)
        assertNotNull(session().paused)
        assertFalse(players.single().isPlaying)
        hand.pass(300)
        assertEquals(text(R.string.time_left, "9:00"), hand.says(R.id.left))
        hand.tap(R.id.pause)
        assertNull(session().paused)
        assertTrue(players.single().isPlaying)
        assertEquals(60, players.single().currentPosition / 1000)
        hand.pass(10)
        assertEquals(text(R.string.time_left, "8:50"), hand.says(R.id.left))
    }

    /** Back pauses, and again ends. */
    @Test fun backTwice() {
        val hand = Hand(HomeRoute, RelaxRoute, RunningRoute("s", BREATH, RelaxationForm.FULL)).steady("a session waits after a death")
        hand.pass(60)
        hand.back()
        assertTrue(hand.sees(text(R.string.paused)))
        hand.back()
        assertTrue(hand.routes.last() is AfterRoute)
        hand.back()
        assertEquals(listOf(HomeRoute, RelaxRoute), hand.routes)
        session().run { assertEquals(listOf<Any?>(60, null, RelaxationOutcome.FINISHED), listOf<Any?>((elapsedMs / 1000).toInt(), after, outcome)) }
    }

    @Test fun afterADeathItIsOffered() {
        val hand = Hand(HomeRoute, RelaxRoute, RunningRoute("s", BREATH, RelaxationForm.FULL))
        hand.pass(220)
        hand.die()
        assertTrue(hand.sees(text(R.string.had_left, "6:20")))
        hand.tap(R.id.exit)
        assertEquals(listOf(QuietRoute), hand.routes)
        val again = Hand(HomeRoute, RelaxRoute)
        assertTrue(again.sees(text(R.string.had_left, "6:20")))
        again.tap(R.id.offer_go)
        again.pass(10)
        assertEquals(text(R.string.time_left, "6:10"), again.says(R.id.left))
        assertEquals("s", again.running.id)
    }

    @Test fun groundingWaitsAndCountsLeaving() {
        val hand = Hand(HomeRoute, RelaxRoute, RunningRoute("s", BREATH, RelaxationForm.FULL))
        hand.pass(30)
        hand.tap(R.id.too_much)
        val grounding = core { relaxation().relaxations(moment).first().grounding }
        assertTrue(hand.sees((grounding.first() as Block.Paragraph).line.plain()))
        assertNotNull(session().paused)
        hand.turn()
        assertTrue(hand.sees(text(R.string.come_back)))
        hand.tap(R.id.pause)
        assertFalse(hand.sees(text(R.string.come_back)))
        assertNull(session().paused)
        hand.tap(R.id.too_much)
        hand.tap(R.id.end)
        assertTrue(hand.sees(text(R.string.stopped_when)))
        assertEquals(RelaxationOutcome.LEFT, session().outcome)
    }

    @Test fun quickCalmStartsAtOnceAndIsNeverCounted() {
        val hand = Hand(HomeRoute)
        hand.tap(R.id.calm)
        assertEquals(RelaxationForm.SHORT, hand.running.form)
        hand.pass(180)
        assertTrue(hand.sees(text(R.string.that_was, "3:00")))
        assertEquals(emptyList<Any>(), core { relaxation().practiceDays(moment.toLocalDate(), moment.toLocalDate()) })
    }

    @Test fun veryTenseTwiceOpensADoor() {
        practise("p", 1, 10, 9, 9)
        val hand = Hand(HomeRoute, RelaxRoute, RunningRoute("s", BREATH, RelaxationForm.FULL, 10))
        assertTrue(hand.sees(text(R.string.a_lot_of_tension)))
        hand.turn()
        hand.die()
        hand.tap(R.id.help)
        assertEquals(HelpCardRoute("help/low-mood"), hand.routes.last())
        hand.back()
        hand.tap(R.id.pause)
        hand.pass(10)
        assertEquals(text(R.string.time_left, "9:50"), hand.says(R.id.left))
    }

    /** The sound is a media sound; its file is gone before the first tone; pulled earphones stop it. */
    @Test fun theSoundLeavesNothingAndIsForTheEarOnly() {
        val hand = Hand(HomeRoute, RelaxRoute, RunningRoute("s", BREATH, RelaxationForm.FULL))
        hand.rest()
        assertTrue(players.single().isPlaying)
        assertEquals(emptyList<String>(), phone.cacheDir.list().orEmpty().toList())
        assertTrue(shadowOf(phone.getSystemService(AudioManager::class.java)).lastAudioFocusRequest != null)
        phone.sendBroadcast(Intent(AudioManager.ACTION_AUDIO_BECOMING_NOISY))
        ShadowLooper.idleMainLooper()
        hand.rest()
        assertFalse(players.single().isPlaying)
        assertTrue(hand.sees(text(R.string.paused)))
    }

    /** With the screen off nothing is drawn and nothing asked; coming back shows where the clock is. */
    @Test fun theScreenGoesOff() {
        val hand = Hand(HomeRoute, RelaxRoute, RunningRoute("s", BREATH, RelaxationForm.FULL))
        hand.rest()
        ShadowSystemClock.advanceBy(Duration.ofSeconds(250))
        hand.leaveAndReturn()
        assertTrue(players.single().isPlaying)
        assertEquals(text(R.string.time_left, "5:50"), hand.says(R.id.left))
    }

    private fun Hand.pass(seconds: Long) {
        ShadowLooper.idleMainLooper(seconds, TimeUnit.SECONDS)
        rest()
    }

    private fun Hand.rate(value: Int) {
        tap(R.id.slider) // scrolls to it
        val slider = page.findViewById<SeekBar>(R.id.slider)
        val at = IntArray(2).also(slider::getLocationOnScreen)
        val track = slider.width - slider.paddingLeft - slider.paddingRight
        tapAt(at[0] + slider.paddingLeft + track * value / 10f, at[1] + slider.height / 2f)
    }

    private val Hand.running get() = routes.last() as RunningRoute

    /** The newest session, over or not. */
    private fun session(): Session = core { relaxation().currentRelaxation(moment)?.session ?: relaxation().relaxationLog(1u).first() }

    private fun text(id: Int, vararg parts: Any) = phone.getString(id, *parts)
}
