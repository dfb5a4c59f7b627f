package app.saywell.ui

import android.text.format.DateFormat
import java.time.LocalDate
import java.time.format.DateTimeFormatter
import java.util.Locale

/** As the reader's language writes it, such as `Nov 2026`. */
fun LocalDate.month(): String = written("yMMM")

/** Such as `23 Nov 2026`. */
fun LocalDate.date(): String = written("yMMMd")

/** Such as `Mon, 23 Nov`. */
fun LocalDate.dayInWords(): String = written("EMMMd")

private fun LocalDate.written(parts: String): String {
    val language = Locale.getDefault()
    return format(DateTimeFormatter.ofPattern(DateFormat.getBestDateTimePattern(language, parts), language))
}
