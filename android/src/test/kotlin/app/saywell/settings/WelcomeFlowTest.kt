package app.saywell.settings

import app.saywell.Hand
import app.saywell.R
import app.saywell.core
import app.saywell.home.HomeRoute
import app.saywell.phone
import app.saywell.reminder.ReminderRoute
import app.saywell.reminder.allow
import app.saywell.ui.ListRow
import app.saywell.ui.clock
import app.saywell.vault.type
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import java.time.LocalTime

/** The first pages: three, each of which can be skipped, and seen once. */
@RunWith(RobolectricTestRunner::class)
class WelcomeFlowTest {
    @Before fun justInstalled() {
        phone.look.welcomed = false
    }

    private fun Hand.isAt(title: Int) = assertEquals(phone.getString(title), says(R.id.title))

    @Test fun throughAllThreeAndBack() {
        val hand = Hand(phone.start)
        hand.isAt(R.string.welcome_title)
        hand.tap(R.id.next)
        hand.turn()
        hand.isAt(R.string.welcome_hide)
        hand.tap(R.id.next)
        hand.die()
        hand.isAt(R.string.welcome_two)
        assertEquals("Page 3 of 3", hand.page.findViewById<android.view.View>(R.id.dots).contentDescription)
        hand.back()
        hand.isAt(R.string.welcome_hide)
        hand.back()
        hand.isAt(R.string.welcome_title)
        hand.back()
        assertTrue(hand.activity.isFinishing)
    }

    @Test fun skippedFromTheFirst() {
        val hand = Hand(phone.start)
        hand.tap(R.id.skip)
        assertEquals(listOf(HomeRoute), hand.routes)
        assertEquals(HomeRoute, phone.start)
        assertFalse(phone.vault.hasPin)
    }

    @Test fun aPinAndAReminderOnTheWay() {
        allow()
        val hand = Hand(phone.start)
        repeat(2) { hand.tap(R.id.next) }
        hand.tap(R.id.pin)
        hand.tap(R.id.act)
        repeat(2) { hand.type("314159") }
        hand.tap(R.id.act)
        hand.isAt(R.string.welcome_two)
        assertEquals("On · locks at once", hand.page.findViewById<ListRow>(R.id.pin).detail)
        hand.tap(R.id.reminder)
        val route = hand.routes.last() as ReminderRoute
        hand.back()
        hand.tap(R.id.reminder)
        assertEquals(route, hand.routes.last())
        hand.leaveAndReturn()
        hand.type("314159")
        hand.tap(R.id.save)
        assertEquals("Every day at ${LocalTime.of(19, 30).clock(phone)}", hand.page.findViewById<ListRow>(R.id.reminder).detail)
        assertEquals(LocalTime.of(19, 30), core { reminder().reminders(app.saywell.moment) }.rules.single().rule.time)
        hand.tap(R.id.next)
        assertEquals(listOf(HomeRoute), hand.routes)
    }
}
