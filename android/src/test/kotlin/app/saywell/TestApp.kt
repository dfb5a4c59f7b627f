package app.saywell

import android.provider.Settings
import app.saywell.pack.Signer
import app.saywell.vault.Secret
import app.saywell.vault.Vault
import org.robolectric.shadows.ShadowLooper
import org.robolectric.shadows.ShadowMediaPlayer
import java.time.Clock
import java.time.Instant
import java.time.ZoneId
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit

/** The app with a clock that stands still, a secret of its own (there is no Keystore here), and nothing that moves. */
class TestApp : App() {
    var now: Clock = Clock.fixed(Instant.parse("2026-11-23T18:10:00Z"), ZoneId.of("Europe/Berlin"))

    override val clock get() = now

    public override val secret = PlainSecret()

    private var life: Vault? = null
    override val vault get() = life ?: Vault(folder, secret, ::languages).also { life = it }

    /** As if the process had died: what was not saved is lost, and the file is opened anew. */
    fun forget() {
        life?.run {
            stick(IllegalStateException("the process is gone"))
            var gone = false
            ask({ }) { gone = true }
            while (!gone) {
                Thread.sleep(1)
                ShadowLooper.idleMainLooper()
            }
        }
        life = null
    }

    /** A phone on which the app was just installed. */
    fun begin() {
        forget()
        secret.bytes = null
        folder.parentFile!!.deleteRecursively()
        noBackupFilesDir
        look.clear()
        look.welcomed = true
    }

    override fun onCreate() {
        super.onCreate()
        Signer.isTrusted()
        look.welcomed = true
        ShadowMediaPlayer.setMediaInfoProvider { ShadowMediaPlayer.MediaInfo(600_000, 0) } // any file is ten minutes of sound
        Settings.Global.putFloat(contentResolver, Settings.Global.ANIMATOR_DURATION_SCALE, 0f)
    }
}

/** Where there is no Keystore. */
class PlainSecret : Secret {
    var bytes: ByteArray? = null

    /** As long as it is shut, the phone is slow: whoever opens the vault waits. */
    @Volatile
    var gate = CountDownLatch(0)

    override fun read(): ByteArray? {
        gate.await(20, TimeUnit.SECONDS)
        return bytes?.copyOf()
    }

    override fun make() = ByteArray(32) { 7 }.also { bytes = it.copyOf() }
}
