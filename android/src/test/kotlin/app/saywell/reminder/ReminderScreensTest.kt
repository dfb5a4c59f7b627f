package app.saywell.reminder

import android.widget.RadioButton
import app.saywell.R
import app.saywell.Screens
import app.saywell.Sight
import app.saywell.core
import app.saywell.home.HomeRoute
import app.saywell.moment
import app.saywell.phone
import org.robolectric.Shadows.shadowOf
import org.saywell.engine.QuietHours
import org.saywell.engine.ReminderRule
import org.saywell.engine.ReminderSettings
import org.saywell.engine.Wording
import java.time.DayOfWeek
import java.time.LocalTime

class ReminderScreensTest : Screens(
    Sight("16-reminders-first", HomeRoute, RemindersRoute),
    Sight("16-reminders", HomeRoute, RemindersRoute, before = ::some),
    Sight("16-reminders-held", HomeRoute, RemindersRoute, before = {
        some()
        shadowOf(phone.getSystemService(android.os.PowerManager::class.java)).setIsPowerSaveMode(true)
    }),
    Sight("16-reminders-not-allowed", HomeRoute, RemindersRoute, before = {
        some()
        shadowOf(phone.getSystemService(android.app.NotificationManager::class.java)).setNotificationsEnabled(false)
    }),
    Sight("17-reminder-edit", HomeRoute, RemindersRoute, ReminderRoute("a"), before = ::some),
    Sight("17-reminder-own", HomeRoute, RemindersRoute, ReminderRoute("b"), before = ::some) {
        tap(page.findViewById<android.widget.RadioGroup>(R.id.words_list).run { getChildAt(childCount - 1) as RadioButton })
        page.findViewById<android.widget.EditText>(R.id.own).setText("Ask about HIV")
        org.robolectric.shadows.ShadowLooper.idleMainLooper(300, java.util.concurrent.TimeUnit.MILLISECONDS)
        rest()
    },
    Sight("17-reminder-delete", HomeRoute, RemindersRoute, ReminderRoute("a"), before = ::some) { tap(R.id.action) },
    Sight("16-quiet-hours", HomeRoute, RemindersRoute, QuietHoursRoute, before = ::some),
    Sight("16-most-a-day", HomeRoute, RemindersRoute, MostADayRoute),
    Sight("16-held-back", HomeRoute, RemindersRoute, HeldBackRoute, before = {
        shadowOf(phone.getSystemService(android.os.PowerManager::class.java)).setIsPowerSaveMode(true)
    }),
)

/** The two of the mockup. */
fun some() {
    allow()
    core {
        val texts = reminder().reminderTexts()
        val days = setOf(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY, DayOfWeek.FRIDAY)
        reminder().saveReminder(ReminderRule("a", days, LocalTime.of(19, 30), true, Wording.Listed(texts.first().id)), moment)
        reminder().saveReminder(ReminderRule("b", setOf(DayOfWeek.SUNDAY), LocalTime.of(8, 15), false, Wording.Own("Water the plants")), moment)
        reminder().setReminders(ReminderSettings(QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0)), true, 3u), moment)
    }
}

fun allow() {
    shadowOf(phone).grantPermissions(android.Manifest.permission.POST_NOTIFICATIONS)
    shadowOf(phone.getSystemService(android.app.NotificationManager::class.java)).setNotificationsEnabled(true)
    shadowOf(phone.getSystemService(android.os.PowerManager::class.java)).setIsPowerSaveMode(false)
}
