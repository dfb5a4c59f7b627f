package app.saywell

import org.saywell.engine.Offsets
import org.saywell.engine.Zone
import java.time.LocalDateTime
import java.time.ZoneId

/** The zone of the person, as core asks for it. */
fun ZoneId.onTheWall(): Zone = object : Zone {
    override fun offsets(at: LocalDateTime): Offsets = rules.getValidOffsets(at).map { it.totalSeconds / 60 }
}
