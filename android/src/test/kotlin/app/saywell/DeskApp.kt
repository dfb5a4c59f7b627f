package app.saywell

import app.saywell.vault.Secret
import app.saywell.vault.Vault
import java.io.File
import java.security.SecureRandom

/** The app for the desktop window: the real clock, and a folder that outlives the window. */
class DeskApp : App() {
    override val folder get() = File(System.getProperty("desk.data")!!, "vault")

    override val secret = object : Secret {
        private val file get() = File(folder, Vault.SECRET)

        override fun read() = file.takeIf(File::exists)?.readBytes()

        override fun make() = ByteArray(32).also(SecureRandom()::nextBytes).also(file::writeBytes)
    }

    override fun onCreate() {
        super.onCreate()
        look.welcomed = folder.exists()
    }
}
