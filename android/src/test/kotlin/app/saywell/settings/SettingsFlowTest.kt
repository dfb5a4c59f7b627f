package app.saywell.settings

import android.content.res.Configuration
import android.view.WindowManager
import app.saywell.Hand
import app.saywell.R
import app.saywell.core
import app.saywell.home.HomeRoute
import app.saywell.moment
import app.saywell.phone
import app.saywell.reminder.PlanFile
import app.saywell.reminder.RemindersRoute
import app.saywell.reminder.some
import app.saywell.ui.ListRow
import app.saywell.ui.clock
import app.saywell.ui.dayInWords
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import java.time.LocalDate
import java.time.LocalTime

/** Every row leads where it says, what it sets stays, and nothing is deleted before it was asked. */
@RunWith(RobolectricTestRunner::class)
class SettingsFlowTest {
    private val notes get() = core { journal().notes(null, 5u) }.map { it.text }

    private fun note(id: Int, text: String, daysAgo: Long = 0) =
        core { journal().writeNote("1111111$id-1111-4111-8111-111111111111", text, moment.minusDays(daysAgo)) }

    private fun time(hour: Int, minute: Int) = LocalTime.of(hour, minute).clock(phone)

    private fun Hand.detail(row: Int) = page.findViewById<ListRow>(row).detail.toString()

    @Test fun remindersAreSaidAsTheirListSaysThem() {
        val first = Hand(HomeRoute, SettingsRoute)
        assertEquals("Off", first.detail(R.id.reminders))
        first.close()
        some()
        val hand = Hand(HomeRoute, SettingsRoute)
        assertEquals("Mon, Wed, Fri at ${time(19, 30)}", hand.detail(R.id.reminders))
        hand.tap(R.id.reminders)
        assertEquals(RemindersRoute, hand.routes.last())
    }

    @Test fun shownInRecentAppsAtOnceWhereThePersonWantsIt() {
        val hand = Hand(HomeRoute, SettingsRoute)
        assertTrue(hand.secure)
        hand.tap(R.id.hide_recents)
        assertFalse(hand.secure)
        hand.die()
        assertFalse(hand.secure)
        hand.tap(R.id.hide_recents)
        assertTrue(hand.secure)
    }

    private val Hand.secure get() = activity.window.attributes.flags and WindowManager.LayoutParams.FLAG_SECURE != 0

    @Test fun whatIsOlderGoesOnlyAfterItWasAsked() {
        note(1, "old", 100)
        note(2, "new")
        val hand = Hand(HomeRoute, SettingsRoute)
        assertEquals("Until I delete them", hand.detail(R.id.keep_entries))
        hand.tap(R.id.keep_entries)
        hand.tap("For 90 days")
        hand.turn()
        assertTrue(hand.says(R.id.sure_words).startsWith("Delete what is older than 90 days?"))
        assertTrue(hand.says(R.id.sure_words).endsWith("Your oldest entry is of Aug 15, 2026."))
        hand.tap(R.id.keep)
        assertEquals(2, notes.size)
        assertNull(core { vault().use { it.retention() } })
        hand.tap("For 90 days")
        hand.back()
        assertEquals(KeepRoute, hand.routes.last())
        hand.tap("For 90 days")
        hand.die()
        hand.tap(R.id.delete)
        assertEquals(listOf("new"), notes)
        assertTrue(hand.says(R.id.detail).startsWith("Saved. Deleted for good: 1 note"))
        hand.back()
        assertEquals("For 90 days", hand.detail(R.id.keep_entries))
        // For ever again: nothing goes, so nothing is asked.
        hand.tap(R.id.keep_entries)
        hand.tap("Until I delete them")
        assertEquals("Until I delete them", hand.detail(R.id.keep_entries))
    }

    @Test fun todayIsDeletedAndYesterdayStays() {
        note(1, "yesterday", 1)
        val hand = Hand(HomeRoute, SettingsRoute)
        hand.tap(R.id.delete_today)
        assertEquals("There is nothing of today.", hand.says(R.id.words))
        hand.tap(R.id.act)
        note(2, "today")
        hand.tap(R.id.delete_today)
        assertEquals("${LocalDate.parse("2026-11-23").dayInWords()}: 1 note.", hand.says(R.id.words))
        hand.tap(R.id.keep)
        assertEquals(SettingsRoute, hand.routes.last())
        assertEquals(2, notes.size)
        hand.tap(R.id.delete_today)
        hand.turn()
        hand.tap(R.id.delete)
        assertEquals("Deleted", hand.says(R.id.title))
        assertEquals(listOf("yesterday"), notes)
        hand.die()
        assertEquals("There is nothing of today.", hand.says(R.id.words))
    }

    /** Afterwards it is as on a phone on which it was just installed. */
    @Test fun everythingIsDeletedAndItBeginsAnew() {
        note(1, "gone")
        some()
        phone.look.dark = true
        val hand = Hand(HomeRoute, SettingsRoute)
        hand.leaveAndReturn() // lays the plan
        assertTrue(PlanFile(phone).read().entries.isNotEmpty())
        hand.tap(R.id.delete_everything)
        hand.tap(R.id.keep)
        assertEquals(SettingsRoute, hand.routes.last())
        hand.tap(R.id.delete_everything)
        hand.tap(R.id.delete)
        assertEquals(listOf(WelcomeRoute), hand.routes)
        assertFalse(hand.night)
        assertEquals(emptyList<String>(), notes)
        assertEquals(0, PlanFile(phone).read().entries.size)
    }

    @Test fun darkOrLightStaysAndThePhoneIsFollowedAgain() {
        val hand = Hand(HomeRoute, SettingsRoute)
        assertFalse(hand.night)
        hand.tap(R.id.light)
        hand.tap("Dark")
        assertEquals(SettingsRoute, hand.routes.last())
        assertTrue(hand.night)
        assertEquals("Dark", hand.detail(R.id.light))
        hand.die()
        assertTrue(hand.night)
        hand.tap(R.id.light)
        hand.tap("Same as the phone")
        assertFalse(hand.night)
    }

    private val Hand.night get() = activity.resources.configuration.uiMode and Configuration.UI_MODE_NIGHT_MASK == Configuration.UI_MODE_NIGHT_YES

    @Test fun checkedAndCounted() {
        note(1, "kept")
        val hand = Hand(HomeRoute, SettingsRoute)
        hand.tap(R.id.check)
        assertEquals("All is well", hand.says(R.id.title))
        assertEquals("Kept here: 1 note, of Nov 23, 2026.", hand.says(R.id.words))
        hand.tap(R.id.act)
        hand.tap(R.id.about)
        assertEquals("Saywell 0.1.0", hand.says(R.id.version))
        hand.tap(R.id.claims)
        assertEquals(app.saywell.help.ClaimsRoute, hand.routes.last())
    }

    @Test fun aDayBeginsWhenThePersonSays() {
        val hand = Hand(HomeRoute, SettingsRoute)
        hand.tap(R.id.day_begins)
        hand.tap(time(6, 0))
        assertEquals("A day begins at ${time(6, 0)}", hand.page.findViewById<ListRow>(R.id.day_begins).title)
    }
}
