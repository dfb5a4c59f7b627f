package app.saywell.relaxation

import app.saywell.core
import app.saywell.moment
import org.saywell.engine.RelaxationForm
import org.saywell.engine.Start

const val BREATH = "relaxation/slow-breath"

/** What somebody practised before: [daysAgo] at this time of day, so many minutes of ten. */
fun practise(id: String, daysAgo: Long, minutes: Long, before: Int? = null, after: Int? = null, form: RelaxationForm = RelaxationForm.FULL, hour: Long = 0) {
    val began = moment.minusDays(daysAgo).minusHours(hour)
    core {
        relaxation().startRelaxation(Start(id, BREATH, form, before?.toUByte()), began)
        relaxation().finishRelaxation(id, minutes * 60_000, after?.toUByte())
    }
}

fun practiseForAWhile() {
    listOf(21L to 5L, 20L to 10L, 17L to 4L, 14L to 12L, 13L to 5L, 10L to 10L, 6L to 3L, 4L to 10L, 3L to 10L, 1L to 6L)
        .forEachIndexed { i, (ago, minutes) -> practise("p$i", ago, minutes, 9 - i % 4, 6 - i % 5, hour = (i % 4).toLong()) }
    practise("calm", 2, 3, form = RelaxationForm.SHORT)
}
