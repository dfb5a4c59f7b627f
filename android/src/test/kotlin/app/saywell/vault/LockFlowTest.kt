package app.saywell.vault

import android.content.Intent
import android.media.AudioManager
import android.media.MediaPlayer
import android.os.SystemClock
import android.view.KeyEvent
import android.view.View
import app.saywell.Hand
import app.saywell.R
import app.saywell.Route
import app.saywell.core
import app.saywell.exit.QuietRoute
import app.saywell.help.HelpRoute
import app.saywell.home.HomeRoute
import app.saywell.journal.NoteRoute
import app.saywell.phone
import app.saywell.relaxation.AfterRoute
import app.saywell.relaxation.RunningRoute
import app.saywell.settings.DeleteAllRoute
import app.saywell.settle
import app.saywell.ui.PinPad
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.Shadows.shadowOf
import org.robolectric.shadows.ShadowLooper
import org.robolectric.shadows.ShadowMediaPlayer
import org.saywell.engine.RelaxationForm
import org.saywell.engine.Saywell
import org.saywell.engine.Unlock
import java.util.UUID
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit

/** The PIN: nothing of the app is seen before it, and nothing is lost by it. */
@RunWith(RobolectricTestRunner::class)
class LockFlowTest {
    @Before fun aPin() = setPin("271828")

    @Test fun nothingIsSeenBeforeThePin() {
        phone.forget()
        val hand = Hand(HomeRoute, HelpRoute)
        assertEquals(listOf(LockRoute), hand.routes)
        hand.type("271828")
        assertEquals(listOf(HomeRoute, HelpRoute), hand.routes)
    }

    @Test fun outOfSightIsLockedAndThePageComesBack() {
        val hand = Hand(HomeRoute, HelpRoute)
        hand.leaveAndReturn()
        assertEquals(listOf(LockRoute), hand.routes)
        hand.turn()
        assertEquals(listOf(LockRoute), hand.routes)
        hand.die()
        hand.type("271828")
        assertEquals(listOf(HomeRoute, HelpRoute), hand.routes)
    }

    /** Several people with one phone: who opens their own space finds no page of the person before, nor after the process died. */
    @Test fun whoOpensAnotherSpaceBeginsAnew() {
        prove("271828") { vault().use { open -> open.addSpace(it, "161803".toByteArray()) } }
        for (between in listOf<Hand.() -> Unit>({}, { die() })) {
            val hand = Hand(HomeRoute, HelpRoute)
            if (hand.routes == listOf(LockRoute)) hand.type("271828")
            assertEquals(listOf(HomeRoute, HelpRoute), hand.routes)
            hand.leaveAndReturn()
            hand.between()
            hand.type("161803")
            assertEquals(listOf(HomeRoute), hand.routes)
            hand.activity.go(HelpRoute)
            hand.rest()
            hand.leaveAndReturn()
            hand.between()
            hand.type("161803")
            assertEquals(listOf(HomeRoute, HelpRoute), hand.routes)
            hand.leaveAndReturn()
            hand.type("271828")
            assertEquals(listOf(HomeRoute), hand.routes)
            hand.close()
        }
    }

    /** A rotation is not out of sight. */
    @Test fun turningThePhoneDoesNotLock() {
        val hand = Hand(HomeRoute, HelpRoute)
        hand.turn()
        assertEquals(listOf(HomeRoute, HelpRoute), hand.routes)
    }

    @Test fun whatWasTypedIsSavedBeforeItLocks() {
        val note = java.util.UUID.randomUUID().toString()
        val hand = Hand(HomeRoute, NoteRoute(note))
        hand.page.findViewById<android.widget.EditText>(R.id.note).setText("half a sent")
        hand.leaveAndReturn()
        hand.type("271828")
        assertEquals("half a sent", core { journal().notes(null, 5u) }.single().text)
    }

    @Test fun wrongTriesWaitAndDeleteNothing() {
        phone.forget()
        val hand = Hand(HomeRoute)
        repeat(4) { hand.type("111111") }
        assertTrue(hand.sees(phone.getString(R.string.did_not_fit)))
        hand.type("111111")
        assertTrue(hand.says(R.id.words).startsWith("You can try again in 30 seconds."))
        assertTrue(hand.page.findViewById<PinPad>(R.id.pad).waiting)
        hand.type("271828") // the pad takes nothing
        assertEquals(listOf(LockRoute), hand.routes)
        hand.turn()
        assertTrue(hand.says(R.id.words).startsWith("You can try again in"))
        SystemClock.setCurrentTimeMillis(SystemClock.uptimeMillis() + 31_000)
        ShadowLooper.idleMainLooper(1, TimeUnit.SECONDS)
        hand.rest()
        hand.type("271828")
        assertEquals(listOf(HomeRoute), hand.routes)
    }

    @Test fun theDeleteKeyAndAKeyboardWorkToo() {
        phone.forget()
        val hand = Hand(HomeRoute)
        hand.type("27")
        hand.press(KeyEvent.KEYCODE_9)
        hand.press(KeyEvent.KEYCODE_DEL)
        hand.press("1828")
        settle()
        assertEquals(listOf(HomeRoute), hand.routes)
    }

    @Test fun exitLocksAndBreathingNeedsNoPin() {
        val hand = Hand(HomeRoute, HelpRoute)
        hand.tap(R.id.exit)
        assertEquals(listOf(QuietRoute), hand.routes)
        assertFalse(phone.vault.door.isPassed)
        hand.leaveAndReturn()
        assertEquals(listOf(LockRoute), hand.routes)
        hand.tap(R.id.end)
        assertEquals(QuietRoute, hand.routes.last())
        hand.back()
        assertTrue(hand.activity.isFinishing)
    }

    /** The screen goes off in the middle of a relaxation: it goes on, what it says to core arrives, and who comes back meets the lock. */
    @Test fun aRelaxationGoesOnOutOfSight() {
        val hand = Hand(HomeRoute, RunningRoute("22222222-2222-4222-8222-222222222222", "relaxation/slow-breath", RelaxationForm.SHORT))
        hand.leave()
        assertEquals(Door.Open, phone.vault.door)
        ShadowLooper.idleMainLooper(60, TimeUnit.SECONDS)
        assertEquals(Door.Open, phone.vault.door)
        hand.comeBack()
        assertEquals(listOf(LockRoute), hand.routes)
        hand.type("271828")
        assertTrue(hand.routes.last() is RunningRoute)
        assertTrue(core { relaxation().currentRelaxation(app.saywell.moment) }!!.session.elapsedMs >= 55_000)
        hand.tap(R.id.pause)
        hand.leave()
        ShadowLooper.idleMainLooper(600, TimeUnit.SECONDS)
        settle()
        assertFalse(phone.vault.door.isPassed)
        hand.comeBack()
        hand.type("271828")
        assertTrue(hand.routes.last() is AfterRoute)
    }

    /** It pauses for a call, or comes to its end, with the screen off. */
    @Test fun aRelaxationThatIsOverOutOfSightIsLocked() {
        for (then in listOf({ phone.sendBroadcast(Intent(AudioManager.ACTION_AUDIO_BECOMING_NOISY)) }, { ShadowLooper.idleMainLooper(600, TimeUnit.SECONDS) })) {
            val hand = Hand(HomeRoute, RunningRoute(UUID.randomUUID().toString(), "relaxation/slow-breath", RelaxationForm.SHORT))
            if (hand.routes == listOf(LockRoute)) hand.type("271828")
            hand.leave()
            then()
            settle()
            hand.comeBack()
            assertEquals(listOf(LockRoute), hand.routes)
            hand.close()
        }
    }

    /** Dark at night, another language: what happens to a phone in a pocket is not its being turned in a hand. */
    @Test fun whatChangesOutOfSightLocksToo() {
        val players = mutableListOf<MediaPlayer>()
        ShadowMediaPlayer.setCreateListener { player, _ -> players += player }
        val hand = Hand(HomeRoute, RunningRoute("22222222-2222-4222-8222-222222222222", "relaxation/slow-breath", RelaxationForm.SHORT))
        hand.rest()
        assertTrue(players.single().isPlaying)
        hand.leave()
        hand.turn()
        assertEquals(listOf(LockRoute), hand.routes)
        assertTrue("silent", players.none { shadowOf(it).state == ShadowMediaPlayer.State.STARTED })
        ShadowMediaPlayer.setCreateListener(null)
        hand.comeBack()
        hand.type("271828")
        assertTrue(hand.routes.last() is RunningRoute)
    }

    /** On a slow phone the PIN is looked at for seconds: who goes away meanwhile has not come in. */
    @Test fun whoGoesAwayWhileThePinIsLookedAtIsNotIn() {
        val ways = listOf<Pair<Hand.() -> Unit, Route>>(
            { it: Hand -> it.activity.goBack(); it.close() } to LockRoute,
            { it: Hand -> it.leave() } to LockRoute,
            { it: Hand -> it.page.findViewById<View>(R.id.end).performClick(); Unit } to QuietRoute,
        )
        for ((away, seen) in ways) {
            phone.forget()
            val hand = Hand(HomeRoute, HelpRoute)
            val gate = CountDownLatch(1).also { phone.secret.gate = it }
            hand.press("271828")
            hand.away()
            gate.countDown()
            settle()
            assertEquals(seen, hand.routes.last())
            assertFalse(phone.vault.door.isPassed)
            assertTrue("what was opened is closed", runCatching { core { } }.isFailure)
            if (!hand.activity.isDestroyed) hand.close()
        }
    }

    /** The page that was turned gets the answer, and takes no second PIN before it. */
    @Test fun turnedWhileThePinIsLookedAt() {
        phone.forget()
        val hand = Hand(HomeRoute, HelpRoute)
        val gate = CountDownLatch(1).also { phone.secret.gate = it }
        hand.press("271828")
        hand.turn {
            hand.press("111111")
            gate.countDown()
        }
        assertEquals(listOf(HomeRoute, HelpRoute), hand.routes)
        assertEquals(Door.Open, phone.vault.door)
    }

    /** The first takes what is one's own; there is nothing left that a second could be meant for. */
    @Test fun deletedTwiceOneSpaceGoesAndTheOtherStays() {
        prove("271828") { vault().use { open -> open.addSpace(it, "161803".toByteArray()) } }
        val hand = Hand(HomeRoute, DeleteAllRoute)
        val delete = hand.page.findViewById<View>(R.id.delete)
        repeat(2) { delete.performClick() } // as TalkBack and a switch do it: no finger
        hand.rest()
        assertEquals(listOf(LockRoute), hand.routes)
        phone.wipe(all = false) { }
        settle()
        hand.type("161803")
        assertEquals(Door.Open, phone.vault.door)
    }

    @Test fun aForgottenPinCanOnlyBeginAgain() {
        core { journal().writeNote("11111111-1111-4111-8111-111111111111", "gone", app.saywell.moment) }
        phone.forget()
        val hand = Hand(HomeRoute)
        hand.tap(R.id.start)
        hand.tap(R.id.delete_all)
        hand.tap(R.id.keep)
        assertTrue(hand.routes.last() == ForgotRoute)
        hand.tap(R.id.delete_all)
        hand.tap(R.id.delete)
        assertEquals(phone.start, hand.routes.last())
        assertFalse(phone.vault.hasPin)
        assertEquals(0, core { journal().notes(null, 5u) }.size)
    }
}

/** As the settings do it. */
fun setPin(pin: String) {
    core { lesson().outline() }
    prove(null) { now -> vault().use { it.setPin(now, pin.toByteArray(), 250u) } }
}

private fun prove(pin: String?, verb: Saywell.(Unlock) -> Unit) {
    var done: Result<Unit>? = null
    phone.vault.prove(pin?.toByteArray(), verb) { done = it }
    settle { done != null }
    done!!.getOrThrow()
}

fun Hand.type(digits: String) {
    val pad = page.findViewById<PinPad>(R.id.pad)
    digits.forEach { digit -> views(pad).filterIsInstance<android.widget.Button>().first { it.text == "$digit" }.let { if (it.isEnabled) tap(it) } }
    rest()
}

fun Hand.press(digits: String) = digits.forEach { press(KeyEvent.KEYCODE_0 + (it - '0')) }

private fun Hand.press(key: Int) {
    activity.dispatchKeyEvent(KeyEvent(KeyEvent.ACTION_DOWN, key))
    activity.dispatchKeyEvent(KeyEvent(KeyEvent.ACTION_UP, key))
}
