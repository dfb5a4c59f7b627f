package app.saywell.reminder

import android.app.TimePickerDialog
import android.text.format.DateFormat
import android.view.WindowManager
import app.saywell.App
import app.saywell.MainActivity
import java.time.LocalTime

/** The system's own dial, as hidden from screenshots as the page below it. */
class TimeAsked(private val activity: MainActivity) {
    private var dialog: TimePickerDialog? = null

    fun ask(known: LocalTime, picked: (LocalTime) -> Unit) {
        close()
        dialog = TimePickerDialog(activity, { _, hour, minute -> picked(LocalTime.of(hour, minute)) }, known.hour, known.minute, DateFormat.is24HourFormat(activity)).apply {
            if ((activity.application as App).look.screenIsPrivate) window?.addFlags(WindowManager.LayoutParams.FLAG_SECURE)
            show()
        }
    }

    /** It must not outlive the page. */
    fun close() {
        dialog?.dismiss()
        dialog = null
    }
}
