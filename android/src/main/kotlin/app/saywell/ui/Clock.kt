/** Times and lengths as a person reads them. */
package app.saywell.ui

import android.content.Context
import android.text.format.DateFormat
import java.time.DayOfWeek
import java.time.LocalDate
import java.time.LocalTime
import java.time.format.DateTimeFormatter
import java.time.format.TextStyle
import java.time.temporal.WeekFields
import java.util.Locale

/** Such as `19:30`, or `7:30 pm` where the phone is set so. */
fun LocalTime.clock(context: Context): String = format(best(if (DateFormat.is24HourFormat(context)) "Hm" else "hm"))

/** Such as `Mon, 23 Nov`. */
fun LocalDate.short(): String = format(best("EEEMMMd"))

/** Such as `Mon`. */
fun DayOfWeek.short(): String = getDisplayName(TextStyle.SHORT, Locale.getDefault())

/** One letter, where there is no room. */
fun DayOfWeek.letter(): String = getDisplayName(TextStyle.NARROW, Locale.getDefault())

/** The days in the order in which the reader's week has them. */
fun week(): List<DayOfWeek> = WeekFields.of(Locale.getDefault()).firstDayOfWeek.let { first -> (0L until 7).map(first::plus) }

/** Minutes and seconds of so many milliseconds, such as `6:20`. */
fun span(ms: Long): String = (ms / 1000).let { "%d:%02d".format(it / 60, it % 60) }

/** The same of time that is left: a second that has begun counts. */
fun spanLeft(ms: Long) = span(ms + 999)

private fun best(parts: String) = Locale.getDefault().let { DateTimeFormatter.ofPattern(DateFormat.getBestDateTimePattern(it, parts), it) }
