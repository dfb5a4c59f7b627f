package app.saywell.reminder

import android.app.Notification
import android.app.NotificationChannel
import android.app.NotificationManager
import android.app.PendingIntent
import android.content.Context
import android.content.Intent
import android.os.Build
import app.saywell.MainActivity
import app.saywell.R

/**
 * What others could see: the neutral name, the neutral words, nothing to press. Not on the lock screen, no sound, no badge, and not
 * on a watch; who wants more sets it in the phone's own settings.
 */
class Notice(private val context: Context) {
    private val manager = context.getSystemService(NotificationManager::class.java)

    /** Whether the person lets it be seen at all. */
    val isSeen get() = manager.areNotificationsEnabled() &&
        (Build.VERSION.SDK_INT < 26 || manager.getNotificationChannel(CHANNEL)?.importance != NotificationManager.IMPORTANCE_NONE)

    /** One at a time: a new one takes the place of the last. */
    fun show(words: String) {
        val open = Intent(context, MainActivity::class.java).addFlags(Intent.FLAG_ACTIVITY_NEW_TASK)
        val notice = builder()
            .setSmallIcon(R.drawable.ic_relax)
            .setContentTitle(context.getString(R.string.app_name))
            .setContentText(words)
            .setVisibility(Notification.VISIBILITY_SECRET)
            .setCategory(Notification.CATEGORY_REMINDER)
            .setContentIntent(PendingIntent.getActivity(context, 0, open, PendingIntent.FLAG_UPDATE_CURRENT or PendingIntent.FLAG_IMMUTABLE))
            .setAutoCancel(true)
            .setLocalOnly(true)
            .build()
        manager.notify(1, notice)
    }

    fun takeAway() = manager.cancelAll()

    @Suppress("DEPRECATION") // channels are API 26
    private fun builder(): Notification.Builder {
        if (Build.VERSION.SDK_INT < 26) return Notification.Builder(context).setPriority(Notification.PRIORITY_LOW)
        val channel = NotificationChannel(CHANNEL, context.getString(R.string.reminders), NotificationManager.IMPORTANCE_LOW)
        channel.setShowBadge(false)
        channel.lockscreenVisibility = Notification.VISIBILITY_SECRET
        manager.createNotificationChannel(channel)
        return Notification.Builder(context, CHANNEL)
    }

    private companion object { const val CHANNEL = "reminders" }
}
