package app.saywell.reminder

import android.Manifest.permission.POST_NOTIFICATIONS
import android.app.AlarmManager
import android.app.Notification
import android.app.NotificationManager
import android.app.TimePickerDialog
import android.content.DialogInterface
import android.content.Intent
import android.view.View
import android.widget.EditText
import android.widget.RadioGroup
import android.widget.Switch
import android.widget.ToggleButton
import app.saywell.Hand
import app.saywell.R
import app.saywell.core
import app.saywell.home.HomeRoute
import app.saywell.moment
import app.saywell.phone
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import org.robolectric.shadows.ShadowAlertDialog
import org.robolectric.shadows.ShadowLooper
import org.saywell.engine.Wording
import java.time.Clock
import java.time.Duration
import java.time.Instant
import java.time.LocalTime
import java.time.ZoneId
import java.util.concurrent.TimeUnit

/** From the first switch to the notice, on the real core; the alarm is the system's, fired by hand. */
@RunWith(RobolectricTestRunner::class)
class RemindersFlowTest {
    private val notices = shadowOf(phone.getSystemService(NotificationManager::class.java))
    private val alarms = shadowOf(phone.getSystemService(AlarmManager::class.java))

    @Config(sdk = [35])
    @Test fun theSystemAsksWhenTheFirstOneIsTurnedOnAndNotBefore() {
        shadowOf(phone).denyPermissions(POST_NOTIFICATIONS)
        val hand = Hand(HomeRoute, RemindersRoute)
        hand.tap(R.id.add)
        hand.back()
        assertNull(shadowOf(hand.activity).lastRequestedPermission)
        hand.tap(hand.switches().first())
        assertEquals(POST_NOTIFICATIONS, shadowOf(hand.activity).lastRequestedPermission.requestedPermissions.single())
        assertEquals(LocalTime.of(19, 30), rules().single().time)
        hand.die()
        assertTrue(hand.switches().first().isChecked)
    }

    @Test fun madeChangedAndDeleted() {
        allow()
        val hand = Hand(HomeRoute, RemindersRoute)
        hand.tap(R.id.add)
        hand.tap(R.id.time)
        (ShadowAlertDialog.getLatestDialog() as TimePickerDialog).run {
            updateTime(8, 15)
            getButton(DialogInterface.BUTTON_POSITIVE).performClick()
        }
        val days = hand.days()
        for (i in 0 until 7) if (i != 2) hand.tap(days[i])
        val picked = days[2].contentDescription
        hand.die()
        hand.tap(hand.own())
        hand.page.findViewById<EditText>(R.id.own).setText("Ask about HIV")
        ShadowLooper.idleMainLooper(300, TimeUnit.MILLISECONDS)
        hand.rest()
        assertEquals(hand.activity.getString(R.string.tells, "HIV"), hand.says(R.id.tells))
        hand.turn()
        hand.page.findViewById<EditText>(R.id.own).setText("Water the plants")
        hand.tap(R.id.save)
        rules().single().run {
            assertEquals(LocalTime.of(8, 15), time)
            assertEquals(picked, weekdays.single().getDisplayName(java.time.format.TextStyle.FULL, java.util.Locale.getDefault()))
            assertEquals(Wording.Own("Water the plants"), wording)
        }
        hand.tap(R.id.rule)
        hand.steady("the question before deleting is asked again")
        hand.tap(R.id.action)
        hand.tap(R.id.keep)
        assertEquals(1, rules().size)
        hand.tap(R.id.action)
        hand.tap(R.id.delete)
        assertEquals(0, rules().size)
    }

    @Test fun withoutADayOrWithoutWordsNothingIsSaved() {
        val hand = Hand(HomeRoute, RemindersRoute, ReminderRoute("a"))
        val save = { hand.page.findViewById<View>(R.id.save) }
        hand.days().forEach(hand::tap)
        assertFalse(save().isEnabled)
        hand.tap(hand.days().first())
        assertTrue(save().isEnabled)
        hand.tap(hand.own())
        assertFalse(save().isEnabled)
    }

    @Test fun whatHoldsForAll() {
        some()
        val hand = Hand(HomeRoute, RemindersRoute)
        hand.tap(R.id.skip_practised)
        assertFalse(core { reminder().reminders(moment) }.settings.skipPractised)
        hand.tap(R.id.most)
        hand.tap("2")
        assertEquals(2.toUByte(), core { reminder().reminders(moment) }.settings.mostADay)
        hand.tap(R.id.quiet)
        hand.tap(R.id.from)
        (ShadowAlertDialog.getLatestDialog() as TimePickerDialog).run {
            updateTime(7, 0)
            getButton(DialogInterface.BUTTON_POSITIVE).performClick()
        }
        hand.rest()
        assertTrue(hand.sees(hand.activity.getString(R.string.two_times)))
        hand.tap(R.id.on)
        assertNull(core { reminder().reminders(moment) }.settings.quiet)
    }

    /** What lies readable before the phone is unlocked: times, ids and neutral words; and the alarm of the next one. */
    @Test fun thePlanIsLaidAndArmed() {
        some()
        val hand = Hand(HomeRoute)
        val plan = PlanFile(phone).read()
        assertTrue(plan.entries.size > 3)
        assertEquals(setOf("Time for you."), plan.entries.map { it.text }.toSet())
        assertEquals(moment.toLocalDate(), plan.entries.first().at.toLocalDate())
        assertEquals(Instant.parse("2026-11-23T18:30:00Z"), Instant.ofEpochMilli(alarms.scheduledAlarms.single().triggerAtMs))
        hand.close()
    }

    @Test fun aNoticeTellsNothing() {
        laid()
        fire(Duration.ofMinutes(4))
        val notice = notices.allNotifications.single()
        assertEquals("Saywell", notice.extras.getString(Notification.EXTRA_TITLE))
        assertEquals("Time for you.", notice.extras.getString(Notification.EXTRA_TEXT))
        assertEquals(Notification.VISIBILITY_SECRET, notice.visibility)
        assertTrue(notice.actions.isNullOrEmpty())
        if (android.os.Build.VERSION.SDK_INT >= 26) phone.getSystemService(NotificationManager::class.java).notificationChannels.single().run {
            assertEquals(NotificationManager.IMPORTANCE_LOW, importance)
            assertFalse(canShowBadge())
        }
        // The next one is armed, and this one does not come a second time.
        assertEquals(Instant.parse("2026-11-25T18:30:00Z"), Instant.ofEpochMilli(alarms.scheduledAlarms.single().triggerAtMs))
        val shown = PlanFile(phone).read().shown
        assertEquals(listOf("a/2026-11-23"), shown)
    }

    /** Core hears of it at the next opening, and that the person is there. */
    @Test fun coreHearsWhatWasShown() {
        laid()
        fire(Duration.ofMinutes(4))
        phone.now = Clock.fixed(Instant.parse("2026-11-23T18:40:00Z"), ZoneId.of("Europe/Berlin"))
        core { }
        Hand(HomeRoute).close()
        assertEquals(emptyList<String>(), PlanFile(phone).read().shown)
        assertEquals(0u, core { reminder().reminders(moment) }.ignored)
        val again = phone.now.instant().minus(Duration.ofMinutes(20)).atZone(ZoneId.of("Europe/Berlin")).toOffsetDateTime()
        assertFalse("not planned again today", core { reminder().planReminders(again, 1u, 9u) }.entries.any { it.id == "a/2026-11-23" })
    }

    @Test fun tooLateIsNotShown() {
        laid()
        fire(Duration.ofHours(2))
        assertEquals(0, notices.size())
        assertEquals(emptyList<String>(), PlanFile(phone).read().shown)
    }

    @Test fun notAllowedIsNotShown() {
        laid()
        notices.setNotificationsEnabled(false)
        fire(Duration.ofMinutes(1))
        assertEquals(emptyList<String>(), PlanFile(phone).read().shown)
    }

    /** Half past seven stays half past seven, wherever the phone is; and no vault is opened for it. */
    @Test fun aRestartAndAJourneyArmItAnew() {
        laid()
        alarms.scheduledAlarms.clear()
        phone.now = Clock.fixed(phone.clock.instant(), ZoneId.of("America/New_York"))
        for (action in listOf(Intent.ACTION_LOCKED_BOOT_COMPLETED, Intent.ACTION_BOOT_COMPLETED, Intent.ACTION_MY_PACKAGE_REPLACED, Intent.ACTION_TIME_CHANGED, Intent.ACTION_TIMEZONE_CHANGED)) {
            ReminderReceiver().onReceive(phone, Intent(action))
            assertEquals(Instant.parse("2026-11-24T00:30:00Z"), Instant.ofEpochMilli(alarms.scheduledAlarms.single().triggerAtMs))
        }
        val heard = phone.packageManager.queryBroadcastReceivers(Intent(Intent.ACTION_BOOT_COMPLETED).setPackage(phone.packageName), 0)
        assertEquals(1, heard.size)
    }

    @Test fun testedNow() {
        some()
        val hand = Hand(HomeRoute, RemindersRoute)
        hand.tap(R.id.test)
        assertEquals("Time for you.", notices.allNotifications.single().extras.getString(Notification.EXTRA_TEXT))
        assertEquals(emptyList<String>(), PlanFile(phone).read().shown)
    }

    private fun laid() {
        some()
        Hand(HomeRoute).close()
    }

    private fun fire(late: Duration) {
        val alarm = alarms.scheduledAlarms.single()
        phone.now = Clock.fixed(Instant.ofEpochMilli(alarm.triggerAtMs).plus(late), ZoneId.of("Europe/Berlin"))
        ReminderReceiver().onReceive(phone, shadowOf(alarm.operation).savedIntent)
    }

    private fun rules() = core { reminder().reminders(moment) }.rules.map { it.rule }

    private fun Hand.switches() = views().filterIsInstance<Switch>()

    private fun Hand.days() = views().filterIsInstance<ToggleButton>()

    private fun Hand.own(): View = page.findViewById<RadioGroup>(R.id.words_list).run { getChildAt(childCount - 1) }
}
