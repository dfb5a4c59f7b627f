/** A talk of two people with one phone, by touches, on the real course. */
package app.saywell.scenario

import android.view.accessibility.AccessibilityManager
import app.saywell.Hand
import app.saywell.R
import app.saywell.home.HomeRoute
import app.saywell.phone
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.Shadows.shadowOf
import org.robolectric.shadows.ShadowLooper
import org.saywell.engine.Stage
import java.util.concurrent.TimeUnit

@RunWith(RobolectricTestRunner::class)
class TogetherFlowTest {
    private val worry = "What worries you"

    @Test fun `from the list to the end, through turns and deaths`() {
        val hand = Hand(HomeRoute, RehearseRoute)
        hand.tap(R.id.together)
        hand.tap("A new start")
        hand.tap(hand.text(R.string.begin_together))
        assertEquals(listOf(HomeRoute, RehearseRoute, TogetherRoute(pair()!!.id)), hand.routes)
        hand.tap(hand.text(R.string.we_are_ready))
        hand.read("Ari")
        hand.die()
        hand.read("Jo")
        assertEquals(Stage.TALK, pair()!!.stage)
        hand.tap(R.id.done_talking)
        hand.boxes().first().let(hand::tap)
        hand.turn()
        assertEquals("what was ticked is kept", listOf(true), hand.boxes().filter { it.isChecked }.map { it.isChecked })
        hand.tap(hand.text(R.string.hand_phone_to, "Jo"))
        assertEquals("and is not shown to the other", 0, hand.boxes().count { it.isChecked })
        hand.tap(hand.text(R.string.to_look_back))
        assertEquals(Stage.DEBRIEF, pair()!!.stage)
        assertEquals(1, pair()!!.firstHeard.size)
        assertTrue(hand.sees(pair()!!.firstHeard.single().name))
        assertTrue(hand.sees(hand.text(R.string.nothing_marked)))
        hand.tap(R.id.swap)
        assertEquals(2, pair()!!.round.toInt())
        assertEquals(Stage.FIRST_CARD, pair()!!.stage)
        hand.read("Jo")
        hand.read("Ari")
        hand.tap(R.id.done_talking)
        assertEquals("a new round has no marks yet", 0, hand.boxes().count { it.isChecked })
        hand.tap(hand.text(R.string.hand_phone_to, "Ari"))
        hand.tap(hand.text(R.string.to_look_back))
        hand.steady("a talk that is over is not come back to")
        hand.tap(R.id.finish)
        assertTrue(hand.sees(hand.text(R.string.talk_over)))
        hand.tap(hand.text(R.string.done))
        assertEquals(listOf(HomeRoute, RehearseRoute), hand.routes)
        assertNull(pair())
    }

    /** The phone is handed over, the card is held open and let go, and the talk goes on. */
    private fun Hand.read(name: String) {
        assertEquals(text(R.string.hand_phone_to, name), says(R.id.stage_title))
        assertFalse("sealed", sees(worry))
        assertFalse("there is nothing to confirm before", sees(text(R.string.have_read)))
        val lift = hold()
        assertTrue(sees(worry))
        assertTrue(sees(text(R.string.card_of, name)))
        lift()
        assertFalse(sees(worry))
        tap(R.id.have_read)
    }

    @Test fun `a tap opens the card for twenty seconds`() {
        val hand = sealed()
        hand.tap(R.id.tap_twin)
        assertTrue(hand.sees(worry))
        ShadowLooper.idleMainLooper(19, TimeUnit.SECONDS)
        assertTrue(hand.sees(worry))
        ShadowLooper.idleMainLooper(1, TimeUnit.SECONDS)
        assertFalse(hand.sees(worry))
    }

    @Test fun `an open card never comes back`() {
        val hand = sealed()
        hand.tap(R.id.tap_twin)
        hand.turn()
        assertFalse("turned", hand.sees(worry))
        hand.tap(R.id.tap_twin)
        hand.die()
        assertFalse("died", hand.sees(worry))
        hand.tap(R.id.tap_twin)
        hand.activity.window.decorView.dispatchWindowFocusChanged(false)
        assertFalse("a call came", hand.sees(worry))
        hand.tap(R.id.tap_twin)
        hand.back()
        assertFalse("Back closes it", hand.sees(worry))
        assertFalse("and asks nothing yet", hand.sees(hand.text(R.string.stop_for_now_ask)))
        hand.hold()
        hand.activity.window.decorView.dispatchWindowFocusChanged(false)
        assertFalse("held when a call came", hand.sees(worry))
        assertEquals(Stage.FIRST_CARD, pair()!!.stage)
    }

    @Test fun `a screen reader holds nothing and gets the tap alone`() {
        shadowOf(phone.getSystemService(AccessibilityManager::class.java)).setTouchExplorationEnabled(true)
        val hand = sealed()
        assertFalse(hand.views().any { it is HoldButton })
        assertTrue(hand.sees(hand.text(R.string.headphones)))
        hand.tap(hand.text(R.string.open_for))
        assertTrue(hand.sees(worry))
        hand.tap(hand.text(R.string.close_card))
        assertFalse(hand.sees(worry))
        shadowOf(phone.getSystemService(AccessibilityManager::class.java)).setTouchExplorationEnabled(false)
    }

    private fun sealed() = Hand(HomeRoute, RehearseRoute, TogetherRoute("pair").also { together("pair", Stage.FIRST_CARD) }).steady("an open card closes")

    @Test fun `the time runs on by itself, past the end, and is kept`() {
        together("pair", Stage.TALK)
        val hand = Hand(HomeRoute, RehearseRoute, TogetherRoute("pair"))
        val clock = { hand.page.findViewById<TalkTimer>(R.id.timer) }
        ShadowLooper.idleMainLooper(61, TimeUnit.SECONDS)
        hand.rest()
        assertTrue("told every quarter of a minute: ${pair()!!.elapsedMs}", pair()!!.elapsedMs in 45_000..61_000)
        hand.turn()
        assertTrue("not from the start again: ${clock().elapsed}", clock().elapsed in 61_000..63_000)
        hand.tap(R.id.rest_timer)
        val rested = clock().elapsed
        ShadowLooper.idleMainLooper(30, TimeUnit.SECONDS)
        hand.turn()
        assertEquals("it rests", rested, clock().elapsed)
        hand.die()
        assertEquals(rested, clock().elapsed)
        hand.tap(R.id.rest_timer)
        ShadowLooper.idleMainLooper(7, TimeUnit.MINUTES)
        hand.rest()
        val minutes = pair()!!.minutes.toInt()
        assertEquals(hand.activity.resources.getQuantityString(R.plurals.time_over, minutes, minutes), hand.says(R.id.no_hurry))
        assertTrue("and goes on", clock().runs)
        hand.tap(R.id.done_talking)
        assertEquals(Stage.FIRST_MARKS, pair()!!.stage)
        assertTrue(pair()!!.elapsedMs > 7 * 60_000)
    }

    @Test fun `both can stop for now, go on later, or end it`() {
        together("pair", Stage.SECOND_CARD)
        val hand = Hand(HomeRoute, RehearseRoute, TogetherRoute("pair"))
        hand.back()
        hand.turn()
        hand.tap(R.id.stay)
        assertEquals(TogetherRoute("pair"), hand.routes.last())
        hand.back()
        hand.tap(R.id.stop)
        assertEquals(RehearseRoute, hand.routes.last())
        hand.tap(R.id.together)
        hand.tap(R.id.go)
        assertEquals(hand.text(R.string.hand_phone_to, "Jo"), hand.says(R.id.stage_title))
        hand.back()
        hand.tap(R.id.end_here)
        assertNull(pair())
        assertTrue(hand.sees(hand.text(R.string.talk_over)))
        hand.die()
        assertEquals("there is nothing to come back to", RehearseRoute, hand.routes.last())
    }
}
