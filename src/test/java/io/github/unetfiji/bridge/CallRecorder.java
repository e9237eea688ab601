package io.github.unetfiji.bridge;

import io.github.unetfiji.bridge.headless.MacroRunner;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketImpl;
import java.net.URI;
import java.util.List;

/**
 * Runs a macro as {@link MacroRunner} does; writes whom Java calls to standard error, and lets nobody be reached.
 *
 * <p>NB: a direct connection comes to {@link Silent}, one that may have a proxy to the proxy selector first.
 */
public final class CallRecorder {

    static final String CALL = "CALL ";

    private CallRecorder() {}

    /** The entry point; arguments as the runner's. */
    @SuppressWarnings("deprecation") // NB: for tests like this one there is no other.
    public static void main(final String[] args) throws IOException {
        Socket.setSocketImplFactory(Silent::new);
        ProxySelector.setDefault(new Selector());
        MacroRunner.main(args);
    }

    private static void called(final Object address) {
        System.err.println(CALL + address);
    }

    private static final class Selector extends ProxySelector {

        @Override
        public List<Proxy> select(final URI uri) {
            called(uri);
            return List.of(Proxy.NO_PROXY);
        }

        @Override
        public void connectFailed(final URI uri, final SocketAddress address, final IOException e) {
            called(uri);
        }
    }

    /** A socket that reaches nobody. */
    private static final class Silent extends SocketImpl {

        private static ConnectException refused(final Object address) {
            called(address);
            return new ConnectException("refused by the test");
        }

        @Override
        protected void create(final boolean stream) {
            // NB: only who connects is of interest.
        }

        @Override
        protected void connect(final String host, final int port) throws IOException {
            throw refused(host + ":" + port);
        }

        @Override
        protected void connect(final InetAddress address, final int port) throws IOException {
            throw refused(new InetSocketAddress(address, port));
        }

        @Override
        protected void connect(final SocketAddress address, final int timeout) throws IOException {
            throw refused(address);
        }

        @Override
        protected void bind(final InetAddress host, final int port) throws IOException {
            throw refused(new InetSocketAddress(host, port));
        }

        @Override
        protected void listen(final int backlog) throws IOException {
            throw refused("listen");
        }

        @Override
        protected void accept(final SocketImpl socket) throws IOException {
            throw refused("accept");
        }

        @Override
        protected InputStream getInputStream() throws IOException {
            throw refused("read");
        }

        @Override
        protected OutputStream getOutputStream() throws IOException {
            throw refused("write");
        }

        @Override
        protected int available() {
            return 0;
        }

        @Override
        protected void close() {
            // NB: nothing was opened.
        }

        @Override
        protected void sendUrgentData(final int data) throws IOException {
            throw refused("urgent");
        }

        @Override
        public void setOption(final int option, final Object value) throws SocketException {
            // NB: of no interest.
        }

        @Override
        public Object getOption(final int option) {
            return 0;
        }
    }
}
