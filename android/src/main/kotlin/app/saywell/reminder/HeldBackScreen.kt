/** What may hold reminders back on this phone, as far as a phone tells, and how to change it. */
package app.saywell.reminder

import android.app.ActivityManager
import android.app.NotificationManager
import android.app.usage.UsageStatsManager
import android.content.ActivityNotFoundException
import android.content.Context
import android.content.Intent
import android.net.Uri
import android.os.Build
import android.os.PowerManager
import android.provider.Settings
import android.view.View
import android.view.ViewTreeObserver
import android.widget.TextView
import app.saywell.R
import app.saywell.Route
import app.saywell.Screen
import app.saywell.lesson.addRow
import app.saywell.ui.ListCard
import app.saywell.ui.Tone
import app.saywell.ui.setHeading
import app.saywell.ui.showIf

/** One thing that may hold them back, and the page of the phone's settings where it is changed. */
enum class Hold(val what: Int, val fix: Int, val settings: String) {
    NOTICES(R.string.hold_notices, R.string.hold_notices_fix, Settings.ACTION_APPLICATION_DETAILS_SETTINGS),
    BACKGROUND(R.string.hold_background, R.string.hold_background_fix, Settings.ACTION_APPLICATION_DETAILS_SETTINGS),
    SAVER(R.string.hold_saver, R.string.hold_saver_fix, Settings.ACTION_BATTERY_SAVER_SETTINGS),
    STILL(R.string.hold_still, R.string.hold_still_fix, Settings.ACTION_SOUND_SETTINGS),
    SELDOM(R.string.hold_seldom, R.string.hold_seldom_fix, Settings.ACTION_APPLICATION_DETAILS_SETTINGS),
}

/** What this phone says of it now. */
fun Context.holds(): List<Hold> = Hold.entries.filter { hold ->
    when (hold) {
        Hold.NOTICES -> !Notice(this).isSeen
        Hold.SAVER -> getSystemService(PowerManager::class.java).isPowerSaveMode
        Hold.STILL -> getSystemService(NotificationManager::class.java).currentInterruptionFilter in
            listOf(NotificationManager.INTERRUPTION_FILTER_NONE, NotificationManager.INTERRUPTION_FILTER_ALARMS)
        Hold.BACKGROUND -> Build.VERSION.SDK_INT >= 28 && getSystemService(ActivityManager::class.java).isBackgroundRestricted
        Hold.SELDOM -> Build.VERSION.SDK_INT >= 28 &&
            getSystemService(UsageStatsManager::class.java).appStandbyBucket >= UsageStatsManager.STANDBY_BUCKET_RARE
    }
}

data object HeldBackRoute : Route {
    override fun screen() = HeldBackScreen()
}

/** It asks core nothing. */
class HeldBackScreen : Screen(R.layout.reminder_held) {
    private val back = ViewTreeObserver.OnWindowFocusChangeListener { if (it) show() }

    override fun open() {
        find<TextView>(R.id.title).setHeading()
        page.viewTreeObserver.addOnWindowFocusChangeListener(back)
        show()
    }

    override fun close() = page.viewTreeObserver.removeOnWindowFocusChangeListener(back)

    private fun show() {
        val holds = context.holds()
        find<View>(R.id.none).showIf(holds.isEmpty())
        val list = find<ListCard>(R.id.holds)
        list.showIf(holds.isNotEmpty())
        list.removeAllViews()
        for (hold in holds) list.addRow().run {
            title = text(hold.what)
            detail = text(hold.fix)
            icon(R.drawable.ic_pause, Tone.SAND)
            setOnClickListener { settings(hold.settings) }
        }
    }

    private fun settings(page: String) {
        val own = Settings.ACTION_APPLICATION_DETAILS_SETTINGS
        val intent = if (page == own) Intent(own, Uri.fromParts("package", context.packageName, null)) else Intent(page)
        try {
            activity.startActivity(intent)
        } catch (_: ActivityNotFoundException) {
            activity.startActivity(Intent(Settings.ACTION_SETTINGS))
        }
    }
}
