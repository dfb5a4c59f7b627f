package app.saywell.settings

import app.saywell.Hand
import app.saywell.R
import app.saywell.core
import app.saywell.home.HomeRoute
import app.saywell.moment
import app.saywell.phone
import app.saywell.settle
import app.saywell.ui.PinPad
import app.saywell.vault.LockRoute
import app.saywell.vault.setPin
import app.saywell.vault.type
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner

/** The PIN is set, changed and removed; others get a space. What is typed is nowhere but on the pad. */
@RunWith(RobolectricTestRunner::class)
class PinFlowTest {
    private fun pinSettings() = Hand(HomeRoute, SettingsRoute, PinSettingsRoute)

    private fun note(text: String) = core { journal().writeNote("11111111-1111-4111-8111-111111111111", text, moment) }

    private val notes get() = core { journal().notes(null, 5u) }.map { it.text }

    private fun Hand.asks(title: Int) = assertEquals(phone.getString(title), says(R.id.title))

    @Test fun setAfterAWarningAndAskedFromThenOn() {
        note("kept")
        val hand = pinSettings()
        hand.tap(R.id.set)
        assertTrue("cannot be found again" in hand.says(R.id.words))
        hand.tap(R.id.act)
        hand.type("314159")
        hand.asks(R.string.pin_again)
        hand.type("314158")
        assertTrue(hand.sees(phone.getString(R.string.pin_not_same)))
        hand.asks(R.string.pin_new)
        hand.type("314159")
        // Turned in the middle, it begins again at its first step; what was typed is gone.
        hand.turn()
        hand.asks(R.string.pin_new)
        hand.type("314159")
        hand.type("314159")
        hand.asks(R.string.pin_is_set)
        hand.tap(R.id.act)
        assertEquals(listOf(HomeRoute, SettingsRoute, PinSettingsRoute), hand.routes)
        hand.leaveAndReturn()
        assertEquals(listOf(LockRoute), hand.routes)
        hand.type("314159")
        assertEquals(PinSettingsRoute, hand.routes.last())
        assertEquals(listOf("kept"), notes)
    }

    @Test fun changedWithThePinOfNowAndNotWithAnother() {
        setPin("271828")
        val hand = pinSettings()
        hand.tap(R.id.change)
        hand.asks(R.string.pin_now)
        hand.type("111111")
        hand.type("314159")
        hand.type("314159")
        hand.asks(R.string.pin_now)
        assertTrue(hand.sees(phone.getString(R.string.did_not_fit)))
        hand.type("271828")
        hand.type("314159")
        hand.type("314159")
        hand.asks(R.string.pin_is_changed)
        hand.leaveAndReturn()
        hand.type("271828")
        assertEquals(listOf(LockRoute), hand.routes)
        hand.type("314159")
        hand.asks(R.string.pin_is_changed)
    }

    /** As at the lock: a wrong one counts, and makes one wait. */
    @Test fun wrongTriesWaitHereToo() {
        setPin("271828")
        val hand = pinSettings()
        hand.tap(R.id.fresh_key)
        hand.tap(R.id.act)
        repeat(5) { hand.type("111111") }
        assertTrue(hand.says(R.id.words).startsWith("You can try again in 30 seconds."))
        assertTrue(hand.page.findViewById<PinPad>(R.id.pad).waiting)
        hand.turn()
        hand.type("271828")
        assertTrue(hand.says(R.id.words).startsWith("You can try again in"))
        assertEquals(PinPadRoute(PinTask.KEY), hand.routes.last())
    }

    @Test fun removedAfterItWasAskedTwice() {
        setPin("271828")
        val hand = pinSettings()
        hand.tap(R.id.remove)
        hand.tap(R.id.keep)
        assertEquals(PinSettingsRoute, hand.routes.last())
        hand.tap(R.id.remove)
        hand.tap(R.id.delete)
        hand.die()
        hand.type("271828")
        assertEquals(PinPadRoute(PinTask.REMOVE), hand.routes.last())
        hand.type("271828")
        hand.asks(R.string.pin_is_removed)
        assertFalse(phone.vault.hasPin)
        hand.leaveAndReturn()
        hand.asks(R.string.pin_is_removed)
    }

    @Test fun anotherPersonHasASpaceOfTheirOwn() {
        setPin("271828")
        note("mine")
        val hand = pinSettings()
        hand.tap(R.id.space)
        assertTrue("It is no hiding place." in hand.says(R.id.words))
        hand.tap(R.id.act)
        hand.type("271828")
        hand.asks(R.string.pin_theirs)
        hand.type("271828")
        hand.type("271828")
        assertTrue(hand.sees(phone.getString(R.string.pin_another))) // it opens a space already
        hand.type("161803")
        hand.type("161803")
        hand.asks(R.string.space_made)
        hand.leaveAndReturn()
        hand.type("161803")
        assertEquals(emptyList<String>(), notes)
        assertEquals(listOf(HomeRoute), hand.routes)
        // All that is theirs goes; what is mine stays.
        hand.activity.go(SettingsRoute)
        hand.rest()
        hand.tap(R.id.delete_everything)
        hand.tap(R.id.delete)
        assertEquals(listOf(LockRoute), hand.routes)
        hand.type("161803")
        assertEquals(listOf(LockRoute), hand.routes)
        hand.type("271828")
        assertEquals(listOf(WelcomeRoute), hand.routes)
        assertEquals(listOf("mine"), notes)
    }

    @Test fun fourAreTheMost() {
        setPin("271828")
        for (other in listOf("100001", "100002", "100003")) addSpace("271828", other)
        val hand = pinSettings()
        hand.tap(R.id.space)
        hand.tap(R.id.act)
        hand.type("271828")
        repeat(2) { hand.type("100004") }
        hand.asks(R.string.space_none)
        hand.tap(R.id.act)
        assertEquals(PinSettingsRoute, hand.routes.last())
    }

    /** Where another space opens without a PIN, this one keeps its own. */
    @Test fun onlyOneSpaceOpensWithoutAPin() {
        setPin("271828")
        addSpace("271828", "161803")
        unlock("161803")
        prove("161803", PinTask.REMOVE)
        unlock("271828")
        val hand = pinSettings()
        hand.tap(R.id.remove)
        hand.tap(R.id.delete)
        hand.type("271828")
        hand.asks(R.string.pin_stays)
    }

    @Test fun aFreshKeyWithoutAPin() {
        note("kept")
        val hand = pinSettings()
        hand.tap(R.id.fresh_key)
        hand.tap(R.id.act)
        hand.asks(R.string.fresh_key_done)
        hand.die()
        assertEquals(listOf("kept"), notes)
    }

    private fun addSpace(now: String, other: String) = prove(now, PinTask.SPACE, other)

    private fun prove(now: String, task: PinTask, new: String? = null) {
        var done: Result<Unit>? = null
        phone.vault.prove(now.toByteArray(), { task.run(this, it, new?.toByteArray()) }) { done = it }
        settle { done != null }
        done!!.getOrThrow()
    }

    private fun unlock(pin: String) {
        phone.vault.lock()
        var done = false
        phone.vault.unlock(pin.toByteArray()) { done = true }
        settle { done }
        assertTrue(phone.vault.door.isPassed)
    }
}
